import type { Word } from "./words.ts";

/** Words that mean something else in their company, with the stem of what they mean. */
export function asMeant(words: readonly Word[]): readonly Word[] {
  return words.map(asCounting).map(asUnique).map(asRate);
}

// "the addresses with the most requests" are the most frequent ones; "requests per status" are counted.
function asCounting(word: Word, at: number, words: readonly Word[]): Word {
  const next = words[at + 1]?.text ?? "";
  if (word.text === "most" && RECORDS.test(next)) return { ...word, stem: "frequent" };
  const after = words
    .slice(at + 1, at + 3)
    .map((one) => one.text)
    .join(" ");
  return RECORDS.test(word.text) && GROUPING.test(after) ? { ...word, stem: "count" } : word;
}

// "remove duplicates" and "without duplicate lines" ask for what is unique; "duplicate lines" alone for the opposite.
function asUnique(word: Word, at: number, words: readonly Word[]): Word {
  const isRemoval = REMOVAL.test(word.text) && words.slice(at + 1, at + 4).some(isDuplicate);
  const isRemoved =
    isDuplicate(word) && words.slice(Math.max(0, at - 3), at).some(({ text }) => REMOVAL.test(text));
  return isRemoval || isRemoved ? { ...word, stem: "unique" } : word;
}

function isDuplicate({ stem }: Word): boolean {
  return /^(?:duplicate|duplicat|repeat|repetition)$/.test(stem);
}

// "error rate" and "per second" are rates.
function asRate(word: Word, at: number, words: readonly Word[]): Word {
  const isErrorRate = /^(?:error|failure)$/.test(word.stem) && words[at + 1]?.stem === "rate";
  const isPerSecond = word.text === "second" && words[at - 1]?.text === "per";
  return isErrorRate || isPerSecond ? { ...word, stem: "rate", kind: "word" } : word;
}

const REMOVAL = /^(?:remove|removing|drop|delete|eliminate|skip|without|no)$/;
const RECORDS = /^(?:requests|records|rows|lines|entries|hits|events)$/;
const GROUPING = /^(?:per|by|for each|for every)\b/;
