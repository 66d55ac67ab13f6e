import { isJavaScriptKind } from "./javascript-kinds.ts";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";

/** What walks over a parser's tree. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly currentFieldId: number;
  readonly currentFieldName: string | null;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** What is known of a grammar's types and fields by number, learned as they are met. */
export interface Kinds {
  readonly types: Kind[];
  readonly fields: string[];
}

interface Kind {
  readonly type: string;
  readonly named: boolean;
  readonly leaf: boolean;
  readonly hasFields: boolean;
  readonly isJavaScript: boolean;
  /** The type of what is always the last of its children. */
  readonly last: string | undefined;
}

export interface CopyOptions {
  readonly text: string;
  readonly kinds: Kinds;
  /** Types of nodes that are left out, with all that is in them. */
  readonly skip: ReadonlySet<string>;
  /** Whether to look into a statement at the top, by its type. */
  readonly opens: (type: string) => boolean;
  /** Whether to end with null where JavaScript's grammar would make something else of the text. */
  readonly only: "anything" | "javascript";
}

export function newKinds(): Kinds {
  return { types: [], fields: [""] };
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
  ...["object", "object_pattern", "array_pattern", "formal_parameters", "template_string"],
  ...["lexical_declaration", "template_substitution", "return_statement", "spread_element", "object_type"],
  "union_type",
]);

// Nothing comes after it, not even a comment: not asking for more saves a call.
const LAST: ReadonlyMap<string, string> = new Map([
  ["arguments", ")"],
  ["formal_parameters", ")"],
  ["parenthesized_expression", ")"],
  ["array", "]"],
  ["array_pattern", "]"],
  ["object", "}"],
  ["object_pattern", "}"],
  ["template_substitution", "}"],
  ["member_expression", "property_identifier"],
]);

// Two of three nodes have nothing in them: one list for all, which nothing is added to.
const NONE: never[] = [];

interface MutableNode extends SyntaxNode {
  start: number;
  end: number;
  children: readonly SyntaxNode[];
  tokens: readonly string[];
}

/**
 * Copy a tree into plain data. With `only: "javascript"` a parameter is copied as JavaScript's grammar has it, without
 * TypeScript's node around it.
 */
export function copyTree(cursor: Cursor, options: CopyOptions): SyntaxTree | null {
  const { text, kinds, skip, opens } = options;
  const isStrict = options.only === "javascript";
  const comments: SyntaxNode[] = [];
  const nodes = new Map<string, SyntaxNode[]>();
  const children = new Pile<SyntaxNode>();
  const tokens = new Pile<string>();
  let isForeign = false;

  function take(kind: Kind, field: string, parent: MutableNode | null): MutableNode {
    const { type } = kind;
    if (kind.leaf || (parent?.parent === null && !opens(type))) {
      const { startIndex: start, endIndex: end } = cursor;
      const leaf: MutableNode = { type, field, start, end, parent, children: NONE, tokens: NONE };
      if (type === "comment") comments.push(leaf);
      else hold(leaf);
      return leaf;
    }
    const node: MutableNode = { type, field, start: 0, end: 0, parent, children: NONE, tokens: NONE };
    hold(node);
    takeInside(node, kind.last, kind.hasFields ? own : none);
    return node;
  }

  function hold(node: MutableNode): void {
    const same = nodes.get(node.type);
    if (same) same.push(node);
    else nodes.set(node.type, [node]);
  }

  /** A node begins and ends with its parts: what these have said is not asked for again. */
  function takeInside(node: MutableNode, last: string | undefined, fieldOf: () => string): void {
    const [below, before] = [children.size, tokens.size];
    let kind = cursor.gotoFirstChild() ? kindOf(cursor, kinds) : undefined;
    let part = kind && takePart(node, kind, fieldOf);
    node.start = part ? part.start : cursor.startIndex;
    while (kind && kind.type !== last && cursor.gotoNextSibling()) {
      kind = kindOf(cursor, kinds);
      part = takePart(node, kind, fieldOf);
    }
    node.end = part ? part.end : cursor.endIndex;
    if (kind) cursor.gotoParent();
    node.children = children.takeFrom(below);
    node.tokens = tokens.takeFrom(before);
  }

  function takePart(node: MutableNode, kind: Kind, fieldOf: () => string): SyntaxNode | undefined {
    if (isStrict && !kind.isJavaScript) isForeign = true;
    if (!kind.named) {
      tokens.add(kind.type);
      return undefined;
    }
    if (skip.has(kind.type)) return undefined;
    const isParameter = isStrict && kind.type === "required_parameter";
    const part = isParameter ? takeParameter(node) : take(kind, fieldOf(), node);
    if (part.type !== "comment") children.add(part);
    return part;
  }

  function takeParameter(parent: MutableNode): SyntaxNode {
    const { endIndex } = cursor;
    cursor.gotoFirstChild();
    const isAlone = cursor.endIndex === endIndex;
    if (isAlone) {
      const kind = kindOf(cursor, kinds);
      if (!kind.named || !kind.isJavaScript) isForeign = true;
      const pattern = take(kind, "", parent);
      cursor.gotoParent();
      return pattern;
    }
    cursor.gotoParent();
    const type = "assignment_pattern";
    const node: MutableNode = { type, field: "", start: 0, end: 0, parent, children: NONE, tokens: NONE };
    hold(node);
    takeInside(node, undefined, renamed);
    return node;
  }

  const none = () => "";
  const own = () => fieldName(cursor, kinds);
  const renamed = () => PARAMETER_FIELDS.get(fieldName(cursor, kinds)) ?? "";

  const root = take(kindOf(cursor, kinds), "", null);
  // Blanks before its end are no part of a part of it.
  root.end = cursor.endIndex;
  return isForeign ? null : { text, root, comments, nodes };
}

/** What is put down while nodes are open; an array made when one closes is just as long as it has to be. */
class Pile<T> {
  readonly #all: T[] = [];
  size = 0;

  add(one: T): void {
    this.#all[this.size++] = one;
  }

  takeFrom(mark: number): readonly T[] {
    const taken = this.size === mark ? NONE : this.#all.slice(mark, this.size);
    this.size = mark;
    return taken;
  }
}

/** What TypeScript's grammar calls the sides of a parameter with a default, and JavaScript's. */
const PARAMETER_FIELDS: ReadonlyMap<string, string> = new Map([
  ["pattern", "left"],
  ["value", "right"],
]);

function kindOf(cursor: Cursor, { types }: Kinds): Kind {
  const id = cursor.nodeTypeId;
  let kind = types[id];
  if (!kind) {
    const type = cursor.nodeType;
    const named = cursor.nodeIsNamed;
    const isJavaScript = isJavaScriptKind(type, named);
    kind = {
      type,
      named,
      leaf: LEAVES.has(type),
      hasFields: !LISTS.has(type),
      isJavaScript,
      last: LAST.get(type),
    };
    types[id] = kind;
  }
  return kind;
}

function fieldName(cursor: Cursor, { fields }: Kinds): string {
  const id = cursor.currentFieldId;
  let name = fields[id];
  if (name === undefined) {
    name = cursor.currentFieldName ?? "";
    fields[id] = name;
  }
  return name;
}
