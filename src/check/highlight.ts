import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Highlight, Lines, Token, TokenKind } from "../terms/highlight.ts";
import { lineStarts } from "./line-index.ts";
import { nativeGrammar } from "./parse.ts";

/** A capture of the grammars' own queries by the first word of its name. Others have no colour. */
const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ["keyword", "keyword"],
  ["string", "string"],
  ["number", "number"],
  ["comment", "comment"],
  ["type", "type"],
  ["constructor", "type"],
  ["function", "function"],
  ["constant", "constant"],
]);

/** Captures that only say that a piece has no colour; each would cost a call to read. */
const COLOURLESS = [
  ...["variable", "variable.parameter", "variable.builtin", "property", "operator"],
  ...["punctuation.delimiter", "punctuation.bracket", "punctuation.special"],
];

/** Generators are functions too, which the grammars' queries leave out. */
const ADDED = "(generator_function_declaration name: (identifier) @function)";

/** Longer than any draft; the tree of a text takes some hundred times its size. */
const CHARACTERS_MOST = 256 * 1024;

/** Colours for one code after another. Loading the queries takes some 20 ms: ask for it after the first frame. */
export function createHighlight(): Highlight {
  const native = nativeGrammar("typescript");
  const query = native.query(highlightQueries());
  for (const name of COLOURLESS) query.disableCapture(name);
  let text = "";
  let tree = native.parser.parse("");

  const follow = (code: string) => {
    if (code === text) return;
    if (text !== "" && code.startsWith(text)) {
      tree.edit(grown(text, code));
      tree = native.parser.parse(code, tree);
    } else tree = native.parser.parse(code);
    text = code;
  };
  return (code, lines) => {
    if (code.length > CHARACTERS_MOST) return [];
    follow(code);
    const startPosition = { row: lines.from, column: 0 };
    const endPosition = { row: lines.to, column: 0 };
    const captures = query.captures(tree.rootNode, { startPosition, endPosition }).map(({ name, node }) => ({
      kind: KINDS.get(name.split(".")[0]!) ?? null,
      start: node.startIndex,
      end: node.endIndex,
    }));
    return tokensOf(captures, offsetsOf(code, lines));
  };
}

/** JavaScript's patterns first: TypeScript's only add to them. */
function highlightQueries(): string {
  const require = createRequire(import.meta.url);
  return ["tree-sitter-javascript", "tree-sitter-typescript"]
    .map((grammar) => readFileSync(require.resolve(`${grammar}/queries/highlights.scm`), "utf8"))
    .concat(ADDED)
    .join("\n");
}

function grown(before: string, after: string) {
  const [start, end] = [endOf(before), endOf(after)];
  return {
    startIndex: before.length,
    oldEndIndex: before.length,
    newEndIndex: after.length,
    startPosition: start,
    oldEndPosition: start,
    newEndPosition: end,
  };
}

function endOf(text: string): { row: number; column: number } {
  const starts = lineStarts(text);
  return { row: starts.length - 1, column: text.length - starts.at(-1)! };
}

function offsetsOf(code: string, { from, to }: Lines): { start: number; end: number } {
  const starts = lineStarts(code);
  return { start: starts[from] ?? code.length, end: starts[to] ?? code.length };
}

interface Capture {
  readonly kind: TokenKind | null;
  readonly start: number;
  readonly end: number;
}

/** What is inside goes over what is around it; of two patterns for the same piece the later one holds. */
function tokensOf(captures: readonly Capture[], { start, end }: { start: number; end: number }): Token[] {
  const kinds = new Array<TokenKind | null>(Math.max(0, end - start)).fill(null);
  const outermostFirst = captures.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const one of outermostFirst) {
    kinds.fill(one.kind, Math.max(0, one.start - start), Math.max(0, one.end - start));
  }
  const tokens: Token[] = [];
  for (let at = 0; at < kinds.length; ) {
    const kind = kinds[at]!;
    const from = at;
    while (at < kinds.length && kinds[at] === kind) at++;
    if (kind !== null) tokens.push({ start: start + from, end: start + at, kind });
  }
  return tokens;
}
