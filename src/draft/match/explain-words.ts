import type { Reading } from "./fill.ts";
import type { Filling } from "./fill-options.ts";
import type { Meanings } from "./meanings.ts";
import { isIdle, isTurningWord, meaningOf } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** A directive's words as one command explains them. */
export interface Explanation {
  /** How many words the command's own words or its options explain. */
  readonly explained: number;
  /** Words that nothing explains. */
  readonly leftOver: readonly string[];
  /** Words that say what the command does, and that few other commands have. */
  readonly evidence: readonly Word[];
  /** Whether one of these is in its name. */
  readonly named: boolean;
}

/** `common`: meanings that nearly every command has, which tell none from another. */
export function explainWords(
  { words, mentions }: Reading,
  { used }: Filling,
  { named, described, passing }: Meanings,
  common: ReadonlySet<string>,
): Explanation {
  const isMention = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const leftOver: string[] = [];
  const evidence = new Map<string, Word>();
  let explained = 0;
  for (const [at, word] of words.entries()) {
    const meaning = meaningOf(word);
    // A field of the sample that became no option is not explained by the same word in a description.
    const said = isTurningWord(word.text) && !meaning.startsWith("=") ? named : described;
    const speaks = !used.has(at) && !isMention(at) && said.has(meaning);
    if (used.has(at) || speaks) explained++;
    else if (isMention(at) || !isPassing(word, passing, isNumber(words[at + 1]))) leftOver.push(word.text);
    if (speaks && !common.has(meaning)) evidence.set(word.text, word);
  }
  const found = [...evidence.values()];
  return { explained, leftOver, evidence: found, named: found.some((word) => named.has(meaningOf(word))) };
}

function isNumber(word: Word | undefined): boolean {
  return word?.kind === "number";
}

// Neither for nor against: grammar, what the command's own text says in passing, and the "top" of "top 5".
function isPassing(word: Word, passing: ReadonlySet<string>, isBeforeNumber: boolean): boolean {
  if (isIdle(word) || (word.text === "top" && isBeforeNumber)) return true;
  return word.kind === "word" && !isTurningWord(word.text) && passing.has(meaningOf(word));
}
