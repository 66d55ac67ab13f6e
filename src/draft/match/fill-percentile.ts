import type { OptionValue } from "../../terms/option.ts";
import type { Fill } from "./fill.ts";
import type { Word } from "./words.ts";

/** "the median", "p95", "the 95th and 99th percentiles", or "percentiles": those it shows by itself. */
export const fillPercentile: Fill = (spec, { words }) => {
  const found = words.flatMap((word, at) => percentilesAt(words, word, at));
  const values = found.flatMap(({ value }) => value ?? []);
  const value: OptionValue | undefined = values.length === 0 ? spec.default : spec.array ? values : values[0];
  if (found.length === 0 || value === undefined || (values.length > 1 && !spec.array)) return null;
  return { value, words: found.map(({ at }) => at) };
};

interface Percentile {
  /** Null where the word names none by itself. */
  readonly value: number | null;
  readonly at: number;
}

function percentilesAt(words: readonly Word[], word: Word, at: number): readonly Percentile[] {
  if (word.text === "median") return [{ value: 50, at }];
  const short = /^p(\d{1,2}|100)$/.exec(word.text);
  if (short && Number(short[1]) > 0) return [{ value: Number(short[1]), at }];
  if (!/^(?:percentile|quantile)$/.test(word.stem)) return [];
  return [...numbersBefore(words, at), { value: null, at }];
}

function numbersBefore(words: readonly Word[], end: number): readonly Percentile[] {
  const numbers: Percentile[] = [];
  for (let at = end - 1; at >= 0; at--) {
    const { kind, value, text } = words[at]!;
    const counts = (kind === "ordinal" || kind === "number") && value !== null && value > 0 && value <= 100;
    if (counts) numbers.unshift({ value, at });
    else if (text !== "and" && text !== ",") break;
  }
  return numbers;
}
