// The only import of tree-sitter. Its native modules are loaded on first use, so that starting writ does not
// pay for them. A tree is copied once into plain data (copy-tree.ts): reading a node through the binding
// costs a call for each property.
import { createRequire } from "node:module";
import type Parser from "tree-sitter";
import { blankedPieces } from "./blanked-pieces.ts";
import { type CopyOptions, copyTree, type Kinds, newKinds } from "./copy-tree.ts";
import type { SyntaxProblem, SyntaxTree } from "./syntax-tree.ts";

export type Grammar = "javascript" | "typescript";

/** A parsed text. */
export interface ParsedText {
  readonly hasError: boolean;
  /** Whether it is nested deeper; may miss the last {@link DEPTH_STEP} of a depth. */
  isDeeperThan(depth: number): boolean;
  problems(): readonly SyntaxProblem[];
  /** A copy of the tree, without the nodes whose type is in `skip` and without the inside of statements not opened. */
  tree(parts?: Partial<Pick<CopyOptions, "skip" | "opens">>): SyntaxTree;
  /**
   * Parse the text again, some of which was replaced by as much else: a third of the time of parsing it anew. What this
   * tree says of the replaced pieces is not to be read any more.
   */
  blanked(text: string): ParsedText;
  /** The tree that the grammar of JavaScript makes of the text; null where that cannot be told from this one. */
  javascriptTree(): SyntaxTree | null;
}

/** Parse a text. A syntax error is an answer (`hasError`), not an exception. */
export function parse(grammar: Grammar, text: string): ParsedText {
  const native = loaded.get(grammar) ?? load(grammar);
  return parsed(native.parser.parse(text), text, native);
}

function parsed(native: Parser.Tree, text: string, grammar: Loaded): ParsedText {
  const { parser, kinds } = grammar;
  const all: CopyOptions = { text, kinds, skip: NOTHING, opens: () => true, only: "anything" };
  return {
    hasError: native.rootNode.hasError,
    isDeeperThan: (depth) => isDeeper(native.walk(), native.rootNode.descendantCount, depth),
    problems: () => problemsOf(native.walk()),
    tree: (parts) => copyTree(native.walk(), { ...all, ...parts })!,
    javascriptTree: () => copyTree(native.walk(), { ...all, only: "javascript" }),
    blanked(changed) {
      for (const piece of blankedPieces(text, changed)) native.edit(piece);
      return parsed(parser.parse(changed, native), changed, grammar);
    },
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
  const ready = { parser, query, kinds: newKinds() };
  loaded.set(grammar, ready);
  return ready;
}

const DEPTH_STEP = 64;

// In the order of the text a node is at most one deeper than the one before it, so that looking at every
// 64th finds any depth to within 64. The way to a node is as long as it is deep: what is too deep ends the search.
function isDeeper(cursor: Parser.TreeCursor, descendants: number, depth: number): boolean {
  for (let index = 0; index < descendants; index += DEPTH_STEP) {
    cursor.gotoDescendant(index);
    if (cursor.currentDepth > depth) return true;
  }
  return false;
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
