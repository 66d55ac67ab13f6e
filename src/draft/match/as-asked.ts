import type { Sample } from "../../terms/sample.ts";
import type { FieldMention } from "./field-mentions.ts";
import type { Word } from "./words.ts";

/** Words and the fields they name, read together. */
interface Said {
  readonly words: readonly Word[];
  readonly mentions: readonly FieldMention[];
}

/** What only words and fields together tell: the greatest of a field, and groups that are ranked by a sum. */
export function asAsked(said: Said, sample: Sample | null): Said {
  return asRanked({ ...said, words: said.words.map((word, at) => asExtreme(word, at, said)) }, sample);
}

// "the largest price" and "largest and smallest price": of records ("the largest orders") it would be another question.
function asExtreme(word: Word, at: number, { words, mentions }: Said): Word {
  const extreme = EXTREMES.find(([pattern]) => pattern.test(word.text));
  if (!extreme || isOfRecords(words, at)) return word;
  let next = at + 1;
  while (isBetween(words[next])) next++;
  const isOfField = mentions.some(({ from, grouping }) => from === next && !grouping);
  return isOfField ? { ...word, meaning: extreme[1] } : word;
}

function isOfRecords(words: readonly Word[], at: number): boolean {
  const before = words[words[at - 1]?.text === "the" ? at - 2 : at - 1];
  return before?.kind === "number" || /^(?:with|has|have|having|whose|at|by)$/.test(before?.text ?? "");
}

const EXTREMES: readonly (readonly [words: RegExp, meaning: string])[] = [
  [/^(?:largest|highest|biggest|greatest)$/, "=greatest"],
  [/^(?:smallest|lowest|least)$/, "=least"],
];

function isBetween(word: Word | undefined): boolean {
  const text = word?.text ?? "";
  return /^(?:and|,|the|average|mean)$/.test(text) || EXTREMES.some(([pattern]) => pattern.test(text));
}

// "top 5 routes by duration" may ask for the mean: what is not for adding up is not guessed at.
const NOT_FOR_SUMS = /^(?:age|id|year|code|status|score|rank)$|duration|latency|elapsed|rate|percent|temp/i;

function isSummed(sample: Sample | null, field: string): boolean {
  return isNumeric(sample, field) && !NOT_FOR_SUMS.test(field);
}

// "top 5 customers by price": each customer's sum, the largest five.
function asRanked(said: Said, sample: Sample | null): Said {
  const { words, mentions } = said;
  const top = words.findIndex((word, at) => word.text === "top" && words[at + 1]?.kind === "number");
  const ranked = mentions.find(({ from, grouping }) => top !== -1 && from === top + 2 && !grouping);
  const by = mentions.find(({ from }) => from - 1 === ranked?.to && words[from - 1]!.text === "by");
  if (!ranked || !by || isNumeric(sample, ranked.field) || !isSummed(sample, by.field)) return said;
  return {
    words: words.map((word, at) => (at === top ? { ...word, meaning: "=sum" } : word)),
    mentions: mentions.map((one) =>
      one === ranked || one === by ? { ...one, grouping: one === ranked } : one,
    ),
  };
}

function isNumeric(sample: Sample | null, name: string): boolean {
  const type = sample?.fields.find((field) => field.name === name)?.types[0];
  const values = (sample?.records ?? []).map((record) => (record as Record<string, unknown> | null)?.[name]);
  const isNumber = (value: unknown) => value !== "" && Number.isFinite(Number(value));
  return type === "number" || (values.length > 0 && values.every(isNumber));
}
