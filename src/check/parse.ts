// The only import of tree-sitter. Its native modules are loaded on first use, so that starting writ does not
// pay for them. A tree is copied once into plain data (see syntax-tree.ts): reading a node through the
// binding costs a call for each property.
import { createRequire } from "node:module";
import type Parser from "tree-sitter";
import type { SyntaxNode, SyntaxProblem, SyntaxTree } from "./syntax-tree.ts";

export type Grammar = "javascript" | "typescript";

/** A parsed text. `tree` copies it, without the nodes whose type is in `skip`. */
export interface ParsedText {
  readonly hasError: boolean;
  /** At least this deep, by at most {@link DEPTH_STEP} too low. */
  depth(): number;
  problems(): readonly SyntaxProblem[];
  tree(skip?: ReadonlySet<string>): SyntaxTree;
}

/** Parse a text. A syntax error is an answer (`hasError`), not an exception. */
export function parse(grammar: Grammar, text: string): ParsedText {
  const { parser, kinds } = loaded.get(grammar) ?? load(grammar);
  const native = parser.parse(text);
  return {
    hasError: native.rootNode.hasError,
    depth: () => depthOf(native.walk(), native.rootNode.descendantCount),
    problems: () => problemsOf(native.walk()),
    tree: (skip = NOTHING) => copy(native.walk(), { text, kinds, skip }),
  };
}

/** The parser itself, for who follows a text that changes. */
export function nativeGrammar(grammar: Grammar): Native {
  return loaded.get(grammar) ?? load(grammar);
}

interface Native {
  readonly parser: Parser;
  /** Compile a query of this grammar: some 20 ms. */
  query(source: string): Parser.Query;
}

interface Loaded extends Native {
  readonly kinds: Kinds;
}

/** What is known of the grammar's types and fields by number, learned as they are met. */
interface Kinds {
  readonly types: Kind[];
  readonly fields: string[];
}

interface Kind {
  readonly type: string;
  readonly named: boolean;
  readonly leaf: boolean;
  readonly hasFields: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const loaded = new Map<Grammar, Loaded>();

function load(grammar: Grammar): Loaded {
  const require = createRequire(import.meta.url);
  const TreeSitter: typeof Parser = require("tree-sitter");
  const language: Parser.Language =
    grammar === "javascript"
      ? require("tree-sitter-javascript")
      : require("tree-sitter-typescript").typescript;
  const parser = new TreeSitter();
  parser.setLanguage(language);
  const query = (source: string) => new TreeSitter.Query(language, source);
  const ready = { parser, query, kinds: { types: [], fields: [""] } };
  loaded.set(grammar, ready);
  return ready;
}

// Their inside is of no use to a rule, or they have none; not asking is a third of the time of a copy.
const LEAVES = new Set([
  ...["identifier", "property_identifier", "shorthand_property_identifier", "private_property_identifier"],
  ...["shorthand_property_identifier_pattern", "statement_identifier", "type_identifier", "predefined_type"],
  ...["number", "string", "regex", "comment", "this", "true", "false", "null", "undefined"],
]);

// Their children have no fields: not asking saves a call for every statement and argument.
const LISTS = new Set([
  ...["program", "statement_block", "expression_statement", "parenthesized_expression", "arguments", "array"],
  ...[
    "object",
    "object_pattern",
    "array_pattern",
    "formal_parameters",
    "template_string",
    "lexical_declaration",
  ],
  ...["template_substitution", "return_statement", "spread_element", "object_type", "union_type"],
]);

// Two of three nodes have nothing in them: one list for all, which nothing is added to.
const NONE: never[] = [];

interface CopyOptions {
  readonly text: string;
  readonly kinds: Kinds;
  readonly skip: ReadonlySet<string>;
}

interface MutableNode extends SyntaxNode {
  readonly children: SyntaxNode[];
  readonly tokens: string[];
}

function copy(cursor: Parser.TreeCursor, { text, kinds, skip }: CopyOptions): SyntaxTree {
  const comments: SyntaxNode[] = [];
  const nodes = new Map<string, SyntaxNode[]>();

  function take(kind: Kind, parent: MutableNode | null, hasField: boolean): MutableNode {
    const { type } = kind;
    const field = hasField ? fieldName(cursor, kinds) : "";
    const { startIndex: start, endIndex: end } = cursor;
    const node: MutableNode = kind.leaf
      ? { type, field, start, end, parent, children: NONE, tokens: NONE }
      : { type, field, start, end, parent, children: [], tokens: [] };
    if (type === "comment") {
      comments.push(node);
      return node;
    }
    parent?.children.push(node);
    const same = nodes.get(type);
    if (same) same.push(node);
    else nodes.set(type, [node]);
    if (!kind.leaf && cursor.gotoFirstChild()) {
      do {
        const inner = kindOf(cursor, kinds);
        if (!inner.named) node.tokens.push(inner.type);
        else if (!skip.has(inner.type)) take(inner, node, kind.hasFields);
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return node;
  }

  const root = take(kindOf(cursor, kinds), null, false);
  return { text, root, comments, nodes };
}

function kindOf(cursor: Parser.TreeCursor, { types }: Kinds): Kind {
  const id = cursor.nodeTypeId;
  let kind = types[id];
  if (!kind) {
    const type = cursor.nodeType;
    const named = cursor.nodeIsNamed;
    kind = { type, named, leaf: LEAVES.has(type), hasFields: !LISTS.has(type) };
    types[id] = kind;
  }
  return kind;
}

function fieldName(cursor: Parser.TreeCursor, { fields }: Kinds): string {
  const id = cursor.currentFieldId;
  let name = fields[id];
  if (name === undefined) {
    name = cursor.currentFieldName ?? "";
    fields[id] = name;
  }
  return name;
}

const DEPTH_STEP = 64;

// In the order of the text a node is at most one deeper than the one before it, so that looking at every
// 64th finds any depth to within 64.
function depthOf(cursor: Parser.TreeCursor, descendants: number): number {
  let deepest = 0;
  for (let index = 0; index < descendants; index += DEPTH_STEP) {
    cursor.gotoDescendant(index);
    deepest = Math.max(deepest, cursor.currentDepth);
  }
  return deepest;
}

const PROBLEMS_MOST = 5;

function problemsOf(cursor: Parser.TreeCursor): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (;;) {
    const missing = cursor.nodeIsMissing;
    if (missing || cursor.nodeType === "ERROR") {
      const { startIndex: start, endIndex: end } = cursor;
      problems.push(missing ? { start, end, missing: cursor.nodeType } : { start, end });
      if (problems.length === PROBLEMS_MOST) return problems;
    } else if (cursor.currentNode.hasError && cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return problems;
  }
}
