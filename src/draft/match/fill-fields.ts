import type { OptionSpec, OptionValue } from "../../terms/option.ts";
import type { FieldMention } from "./field-mentions.ts";
import type { Found, Reading } from "./fill.ts";

// What is to be summed has to be a number as far as the sample shows.
export function fillField(spec: OptionSpec, reading: Reading, used: ReadonlySet<number>): Found | null {
  const isSummed = /\b(?:sum|add|total|average|mean|percentile)/i.test(spec.help);
  const all = free(reading, used);
  // "how often does each product occur": the one field that is named is what is asked about.
  const isOnly = ({ from }: FieldMention) =>
    !isSummed && all.length === 1 && /^(?:each|every)$/.test(reading.words[from - 1]?.text ?? "");
  const fits = (mention: FieldMention) =>
    (!mention.grouping || isOnly(mention)) && !(isSummed && reading.texts.has(mention.field));
  const mentions = all.filter(fits);
  return /\bcommas\b/.test(spec.help) && mentions.length > 0 ? allFields(mentions) : oneField(mentions);
}

export function fillFields(spec: OptionSpec, reading: Reading, used: ReadonlySet<number>): Found | null {
  const mentions = free(reading, used).filter((mention) => !mention.grouping);
  const cue = reading.words.findIndex((word) => FIELDS_CUE.test(word.text));
  if (mentions.length === 0) return null;
  const after = mentions.at(-1)!.to;
  if (reading.words[after]?.text === "only" && after === reading.words.length - 1)
    return { value: fieldsOf(mentions, spec), words: [...allFields(mentions).words, after] };
  const isCued = cue !== -1 && cue < mentions[0]!.from;
  if (!isCued && !areBeforeConditions(mentions, reading)) return null;
  const { words } = allFields(mentions);
  return { value: fieldsOf(mentions, spec), words: isCued ? [...words, cue] : words };
}

function fieldsOf(mentions: readonly FieldMention[], { array }: OptionSpec): OptionValue {
  const names = mentions.map(({ field }) => field);
  return array ? names : names.join(",");
}

// "name and city of people in London": the fields of records that a condition chooses.
function areBeforeConditions(mentions: readonly FieldMention[], { words, conditions }: Reading): boolean {
  const last = mentions.at(-1)!;
  const isNext = /^(?:of|for|where|with|from|in)$/.test(words[last.to]?.text ?? "");
  return conditions.length > 0 && isNext && conditions.every(({ from }) => from >= last.to);
}

const FIELDS_CUE = /^(?:only|just|keep|fields?|columns?|select|show|list|print|display)$/;

export function free({ mentions, conditions }: Reading, used: ReadonlySet<number>): readonly FieldMention[] {
  return mentions.filter(
    (mention) =>
      !used.has(mention.from) &&
      !conditions.some(({ from, to }) => mention.from >= from && mention.from < to),
  );
}

export function oneField(mentions: readonly FieldMention[]): Found | null {
  const mention = mentions[0];
  return mention ? { value: mention.field, words: range(mention.from, mention.to) } : null;
}

function allFields(mentions: readonly FieldMention[]): Found {
  const value = mentions.map(({ field }) => field).join(",");
  return { value, words: mentions.flatMap(({ from, to }) => range(from, to)) };
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
