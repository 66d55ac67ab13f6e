import type { Sample } from "../../terms/sample.ts";
import type { Condition } from "./find-conditions.ts";
import type { Word } from "./words.ts";

/** Fields that have a comparative of their own, the first that the sample has. */
const COMPARATIVES: readonly {
  readonly fields: readonly string[];
  readonly more: RegExp;
  readonly less: RegExp;
}[] = [
  { fields: ["age"], more: /^older$/, less: /^younger$/ },
  {
    fields: ["duration", "latency", "elapsed"],
    more: /^(?:slower|longer)$/,
    less: /^(?:faster|quicker|shorter)$/,
  },
  { fields: ["price", "cost"], more: /^(?:dearer|costlier)$/, less: /^cheaper$/ },
];

/** Conditions that name no field: "older than 40", "slower than 500". A unit after the number is left to be explained. */
export function findComparatives(words: readonly Word[], sample: Sample | null): readonly Condition[] {
  const has = (name: string) => sample?.fields.some((field) => field.name === name) ?? false;
  return words.flatMap((word, at) => {
    const [than, number] = [words[at + 1], words[at + 2]];
    if (than?.text !== "than" || number?.kind !== "number") return [];
    const row = COMPARATIVES.find(({ more, less }) => more.test(word.text) || less.test(word.text));
    const field = row?.fields.find(has);
    if (!row || field === undefined) return [];
    const sign = row.more.test(word.text) ? ">" : "<";
    return [{ text: `${field}${sign}${number.value}`, from: at, to: at + 3 }];
  });
}
