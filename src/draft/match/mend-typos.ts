import type { Word } from "./words.ts";

/** Shorter words are too like others: "sort" is no slip of "short". */
const LETTERS_LEAST = 5;

/**
 * Words with one letter too many, too few, or two in the wrong order, as the one known word that they are like:
 * "custmer" is customer. A word with another letter in place of one is left alone: "date" is no "rate".
 */
export function mendTypos(words: readonly Word[], known: ReadonlySet<string>): readonly Word[] {
  const targets = [...known].filter((stem) => stem.length >= LETTERS_LEAST);
  return words.map((word) => {
    if (word.kind !== "word" || word.stem.length < LETTERS_LEAST || known.has(word.stem)) return word;
    const [only, another] = targets.filter((target) => isSlip(word.stem, target));
    return only === undefined || another !== undefined ? word : { ...word, text: only, stem: only };
  });
}

function isSlip(word: string, target: string): boolean {
  if (word[0] !== target[0]) return false;
  if (word.length === target.length) return isSwapped(word, target);
  const [short, long] = word.length < target.length ? [word, target] : [target, word];
  return long.length - short.length === 1 && isWithoutOne(long, short);
}

function isWithoutOne(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at !== -1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
