import { type Grammar, type ParsedText, parse } from "./parse.ts";
import { nodesOf, type SyntaxTree } from "./syntax-tree.ts";

/**
 * Parse a text in which there may be syntax that is newer than the grammar: `using`, `in` and `out` before type
 * parameters, `export type *`. Where the text itself does not parse, its twin does: the same text, with these words
 * written as others of the same length that mean the same to who reads the tree (`using x` declares a name as `const x`
 * does, and `in T` is a type parameter). The tree is that of the twin, with the text as it was written.
 */
export function parseNewer(grammar: Grammar, text: string): ParsedText {
  const parsed = parse(grammar, text);
  if (!parsed.hasError) return parsed;
  const all = wordsIn(text);
  const words = all.length > 0 ? inPlace(all, parse(grammar, twinOf(text, all)).tree()) : [];
  if (words.length === 0) return parsed;
  const twin = parse(grammar, twinOf(text, words));
  // What is wrong besides is told of the twin, which has only that.
  if (!twin.hasError && inPlace(words, twin.tree()).length < words.length) return parsed;
  return { ...twin, tree: (parts) => ({ ...twin.tree(parts), text }) };
}

/** A kind of newer syntax: its words, what stands in their place, and where a tree of the twin must have something. */
interface Newer {
  readonly words: RegExp;
  readonly twin: (words: string) => string;
  isAt(word: Word, tree: SyntaxTree): boolean;
}

interface Word {
  readonly kind: Newer;
  readonly start: number;
  readonly end: number;
}

const USING: Newer = {
  words: /\b(?:await[ \t]+)?using[ \t]+(?=[\p{ID_Start}$_])/gu,
  twin: (words) =>
    words.replace(/^(.*)using([ \t]+)$/, (_, before, after) => `${blank(before)}const${after}`),
  isAt: ({ end }, tree) =>
    nodesOf(tree, "lexical_declaration").some((one) => one.children[0]?.start === end) ||
    nodesOf(tree, "for_in_statement").some(({ children }) => children[0]?.start === end),
};

const VARIANCE: Newer = {
  words: /(?<=[<,]\s*)(?:in\s+out|in|out)\s+(?=[\p{ID_Start}$_])/gu,
  twin: blank,
  isAt: ({ end }, tree) => nodesOf(tree, "type_parameter").some((one) => one.start === end),
};

const TYPE_EXPORT: Newer = {
  words: /(?<=\bexport\s+)type\s+(?=\*)/g,
  twin: blank,
  isAt: ({ start, end }, tree) =>
    nodesOf(tree, "export_statement").some((one) => one.start < start && end < one.end),
};

const NEWER: readonly Newer[] = [USING, VARIANCE, TYPE_EXPORT];

function blank(text: string): string {
  return text.replace(/\S/g, " ");
}

// More than any program has; a text of nothing else is refused as it was.
const WORDS_MOST = 200;

function wordsIn(text: string): readonly Word[] {
  const words = NEWER.flatMap((kind) =>
    [...text.matchAll(kind.words)].map(({ index, 0: found }) => ({
      kind,
      start: index,
      end: index + found.length,
    })),
  );
  return words.length > WORDS_MOST ? [] : words.sort((a, b) => a.start - b.start);
}

/** In a text or a comment such words are only words. */
function inPlace(words: readonly Word[], tree: SyntaxTree): readonly Word[] {
  return words.filter((word) => word.kind.isAt(word, tree));
}

function twinOf(text: string, words: readonly Word[]): string {
  let [twin, at] = ["", 0];
  for (const { kind, start, end } of words) {
    twin += text.slice(at, start) + kind.twin(text.slice(start, end));
    at = end;
  }
  return twin + text.slice(at);
}
