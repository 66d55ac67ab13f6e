import { isStopWord } from "./vocabulary.ts";
import type { Word } from "./words.ts";

type Turn = (word: Word, at: number, words: readonly Word[]) => Word;

/** Words that mean something else in their company, with what they mean. */
export function asMeant(words: readonly Word[]): readonly Word[] {
  return TURNS.reduce((said, turn) => said.map(turn), words);
}

// "the addresses with the most requests" are the most frequent ones; "requests per status" are counted.
const asCounting: Turn = (word, at, words) => {
  const next = words[at + 1]?.text ?? "";
  if (word.text === "most" && RECORDS.test(next)) return { ...word, stem: "frequent" };
  const after = textOf(words, at + 1, at + 3);
  return RECORDS.test(word.text) && GROUPING.test(after) ? { ...word, stem: "count" } : word;
};

// "which cities come up most", "which lines repeat the most", "the most active clients".
const asFrequent: Turn = (word, at, words) => {
  const isMost = /\b(?:most|often)\b/.test(textOf(words, at + 1, at + 4));
  const comesUp = word.stem === "come" && words[at + 1]?.text === "up";
  const isSaid = isMost && (comesUp || isDuplicate(word));
  const isActive =
    /^(?:active|used)$/.test(word.text) && /\b(?:most|often)\b/.test(textOf(words, at - 3, at));
  return isSaid || isActive ? { ...word, meaning: "=frequent" } : word;
};

// "remove duplicates" and "without duplicate lines" ask for what is unique; "duplicate lines" alone for the opposite.
const asUnique: Turn = (word, at, words) => {
  const isRemoval = REMOVAL.test(word.text) && words.slice(at + 1, at + 4).some(isDuplicate);
  const isRemoved =
    isDuplicate(word) && words.slice(Math.max(0, at - 3), at).some(({ text }) => REMOVAL.test(text));
  return isRemoval || isRemoved ? { ...word, stem: "unique" } : word;
};

// "each once", "which cities are there", and "the first order of each customer".
const asEachOnce: Turn = (word, at, words) => {
  const before = textOf(words, at - 2, at);
  const isOnce = word.text === "once" && /\b(?:each|every|one)(?: \S+)?$/.test(before);
  const isAsked = at > 1 && /^(?:which|what)$/.test(words[0]!.text);
  const isThere =
    isAsked && (word.stem === "exist" || (at > 2 && word.text === "there" && /\b(?:are|is)$/.test(before)));
  const next = words[at + 1];
  const isFirst =
    word.text === "first" &&
    next?.kind === "word" &&
    isStopWord(next) &&
    /^(?:of each|of every|for each|for every|per)\b/.test(textOf(words, at + 2, at + 4));
  return isOnce || isThere || isFirst ? { ...word, meaning: "=unique" } : word;
};

// "without sorting" asks for the order that is there.
const asOrder: Turn = (word, at, words) => {
  const isUnsorted = /^(?:without|not)$/.test(word.text) && words[at + 1]?.stem === "sort";
  const isSorted = word.stem === "sort" && /^(?:without|not)$/.test(words[at - 1]?.text ?? "");
  return isUnsorted ? idle(word) : isSorted ? { ...word, meaning: "order" } : word;
};

// "drop everything except id" keeps only that; "everything except id" does not.
const asOnly: Turn = (word, at, words) => {
  const before = textOf(words, at - 2, at);
  const isKept = /^(?:except|but)$/.test(word.text) && /^\S+ (?:everything|all)$/.test(before);
  if (isKept && REMOVAL.test(words[at - 2]!.text)) return { ...word, text: "only", stem: "only" };
  const around = textOf(words, at - 1, at + 3);
  const isRemoval = REMOVAL.test(word.text) && /\b(?:everything|all) (?:except|but)$/.test(around);
  const isRemoved = /^(?:everything|all)$/.test(word.text) && REMOVAL.test(words[at - 1]?.text ?? "");
  return isRemoval || (isRemoved && /^(?:except|but)$/.test(words[at + 1]?.text ?? "")) ? idle(word) : word;
};

// "error rate" and "per second" are rates.
const asRate: Turn = (word, at, words) => {
  const isErrorRate = /^(?:error|failure)$/.test(word.stem) && words[at + 1]?.stem === "rate";
  const isPerSecond = word.text === "second" && words[at - 1]?.text === "per";
  return isErrorRate || isPerSecond ? { ...word, stem: "rate", kind: "word" } : word;
};

// "addresses that occur in the file" are those that it has; "how many times" is a question for `times`; "but keep".
const asIdle: Turn = (word, at, words) => {
  const isFound =
    /^(?:occur|appear|mention|find|found|contain)$/.test(word.stem) && words[at + 1]?.text === "in";
  const isCounted = words.some(({ text }) =>
    /^(?:most|often|frequent|frequently|many|times|how)$/.test(text),
  );
  const isTimes = word.text === "many" && words[at + 1]?.text === "times";
  const isBut = word.text === "but" && words[at + 1]?.stem === "keep";
  return (isFound && !isCounted) || isTimes || isBut ? idle(word) : word;
};

const TURNS: readonly Turn[] = [
  ...[asCounting, asFrequent, asUnique, asEachOnce],
  ...[asOrder, asOnly, asRate, asIdle],
];

const REMOVAL = /^(?:remove|removing|drop|delete|eliminate|skip|without|no|rid)$/;
const RECORDS = /^(?:requests|records|rows|lines|entries|hits|events)$/;
const GROUPING = /^(?:per|by|for each|for every)\b/;

function isDuplicate({ stem }: Word): boolean {
  return /^(?:duplicate|duplicat|repeat|repetition)$/.test(stem);
}

function textOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(Math.max(0, from), Math.max(0, to))
    .map((one) => one.text)
    .join(" ");
}

/** The word as a name for a record, which says nothing. */
export function idle(word: Word): Word {
  return { ...word, stem: "record" };
}
