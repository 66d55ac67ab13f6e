import type { Sample } from "../../terms/sample.ts";
import { FIELD_SYNONYMS, isStopWord, meaningOf } from "./vocabulary.ts";
import { readWords, type Word } from "./words.ts";

/** A field of the sample named in a directive: words `from` up to, not including, `to`. */
export interface FieldMention {
  readonly field: string;
  readonly from: number;
  readonly to: number;
  /** Whether the words before it ask for a grouping: by, per, for each. */
  readonly grouping: boolean;
}

/**
 * Fields of the sample that a directive names, by their own words or what people call them. Neighbours are one
 * mention and the last word counts: "IP addresses" is address, "user agents" is agent.
 */
export function findFieldMentions(words: readonly Word[], sample: Sample | null): readonly FieldMention[] {
  const names = namesOf(sample);
  const mentions: FieldMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = names.find((one) => startsAt(words, at, one.stems));
    if (!name || isVerb(words, at, name.stems.length, names)) continue;
    const to = at + name.stems.length;
    const last = mentions.at(-1);
    const joined = last?.to === at && (last.grouping || !isGroupingAt(words, at));
    if (joined) mentions[mentions.length - 1] = { ...last, field: pick(last.field, name), to };
    else mentions.push({ field: name.field, from: at, to, grouping: isGrouping(words, at, last) });
    at = to - 1;
  }
  return mentions;
}

interface FieldName {
  readonly field: string;
  readonly stems: readonly string[];
  readonly own: boolean;
}

function namesOf(sample: Sample | null): readonly FieldName[] {
  const fields = sample?.fields.map((field) => field.name) ?? [];
  const own = fields.map((field) => ({ field, stems: stemsOf(field), own: true }));
  const synonyms = fields.flatMap((field) =>
    (FIELD_SYNONYMS[field.toLowerCase()] ?? []).map((synonym) => ({
      field,
      stems: stemsOf(synonym),
      own: false,
    })),
  );
  const all = [...own, ...synonyms].filter((name) => name.stems.length > 0);
  return all.sort((a, b) => Number(b.own) - Number(a.own) || b.stems.length - a.stems.length);
}

function stemsOf(name: string): string[] {
  return readWords(name.replace(/[_.-]/g, " ")).map((word) => word.stem);
}

function startsAt(words: readonly Word[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, i) => words[at + i]?.stem === stem);
}

// "status code": the name the field really has wins over what it is called beside it.
function pick(before: string, name: FieldName): string {
  return name.own ? name.field : before;
}

// "total amount" of a table that has both fields: the first is the verb. Grammar is a field only as a name.
function isVerb(words: readonly Word[], at: number, length: number, names: readonly FieldName[]): boolean {
  const word = words[at]!;
  if (length > 1 || word.kind === "quoted") return false;
  const grammar = isStopWord(word) && !["time", "value", "user"].includes(word.stem);
  return (
    grammar || (meaningOf(word).startsWith("=") && names.some((name) => startsAt(words, at + 1, name.stems)))
  );
}

function isGrouping(words: readonly Word[], at: number, last: FieldMention | undefined): boolean {
  const between = last ? words.slice(last.to, at) : [];
  const continues = between.length > 0 && between.every((word) => /^(?:and|,|the)$/.test(word.text));
  return isGroupingAt(words, at) || (continues && last!.grouping);
}

function isGroupingAt(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (/^(?:the|a|an|its|their|single)$/.test(words[before]?.text ?? "")) before--;
  return /^(?:by|per|each|every)$/.test(words[before]?.text ?? "");
}
