import type { Fill } from "./fill.ts";
import { CHOICE_SYNONYMS } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/**
 * One of an option's choices, by its own word or by what people call it: "e-mail addresses" is `email`. Where two are
 * named and one can be given, none is.
 */
export const fillChoice: Fill = ({ choices = [], array }, { words }, used) => {
  const found = choices.flatMap((choice) => {
    const places = findPhrase(words, phrasesFor(choice)) ?? [];
    const isNamed =
      places.length > 0 && !places.some((at) => used.has(at)) && !hasRecordsBefore(words, places[0]!);
    return isNamed ? [{ choice, places }] : [];
  });
  const [first, second] = found;
  if (!first || (second && !array)) return null;
  const value = array ? found.map(({ choice }) => choice) : first.choice;
  return { value, words: found.flatMap(({ places }) => places) };
};

function phrasesFor(choice: string | number): readonly string[] {
  return CHOICE_SYNONYMS[choice] ?? [String(choice).toLowerCase()];
}

function findPhrase(words: readonly Word[], phrases: readonly string[]): number[] | null {
  for (const phrase of phrases.map((text) => text.split(" "))) {
    const from = words.findIndex((_, at) => phrase.every((text, i) => words[at + i]?.text === text));
    if (from !== -1) return phrase.map((_, i) => from + i);
  }
  return null;
}

// "lines with numbers" and "line numbers" are about the lines.
function hasRecordsBefore(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).some(({ stem }) => /^(?:line|row|record|entry)$/.test(stem));
}
