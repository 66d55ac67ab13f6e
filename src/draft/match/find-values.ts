import type { Sample } from "../../terms/sample.ts";
import type { FieldMention } from "./field-mentions.ts";
import type { Condition } from "./find-conditions.ts";
import { isIdle, isTurningWord, meaningOf } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** A value may have as many words: "New York City". */
const WORDS_MOST = 3;

/**
 * Conditions that name a value alone, where the sample shows which field it belongs to: "people in London", "orders that
 * are not paid". A value that more than one field has tells nothing.
 */
export function findValues(
  words: readonly Word[],
  said: { readonly mentions: readonly FieldMention[]; readonly conditions: readonly Condition[] },
  sample: Sample | null,
): readonly Condition[] {
  const fields = fieldsByValue(sample);
  const found: Condition[] = [];
  const isIn = ({ from, to }: { from: number; to: number }, at: number) => at >= from && at < to;
  const isTaken = (at: number) =>
    [...said.mentions, ...said.conditions, ...found].some((one) => isIn(one, at));
  for (let at = 0; at < words.length; at++) {
    const isJoined = /^(?:and|,)$/.test(words[at - 1]?.text ?? "") && !isTaken(at - 2);
    const condition = isTaken(at) || isJoined ? null : valueAt(words, at, fields);
    if (!condition || isVerb(words, condition)) continue;
    found.push(widened(condition, words, said.mentions));
    at = condition.to - 1;
  }
  return found;
}

// "open the file"; and one word alone asks for nothing.
function isVerb(words: readonly Word[], { to }: Condition): boolean {
  return words.length === 1 || /^(?:the|a|an|this|that|it|them)$/.test(words[to]?.text ?? "");
}

interface ValueFound extends Condition {
  readonly field: string;
}

function valueAt(
  words: readonly Word[],
  at: number,
  fields: ReadonlyMap<string, readonly [field: string, value: string] | null>,
): ValueFound | null {
  for (let to = Math.min(words.length, at + WORDS_MOST); to > at; to--) {
    const here = words.slice(at, to);
    const hit = fields.get(here.map((word) => word.text).join(" "));
    if (!hit || (here.length === 1 && isOrdinary(here[0]!))) continue;
    const [field, value] = hit;
    const isNot = words[at - 1]?.text === "not";
    return { field, text: `${field}${isNot ? "!=" : "="}${value}`, from: isNot ? at - 1 : at, to };
  }
  return null;
}

// "the sales department": the field's own name beside its value says nothing more.
function widened(found: ValueFound, words: readonly Word[], mentions: readonly FieldMention[]): Condition {
  const { field, text } = found;
  const after = mentions.find((one) => one.field === field && one.from === found.to);
  const before = mentions.find((one) => one.field === field && one.to === found.from && !one.grouping);
  const from = before && words[before.from] ? before.from : found.from;
  return { text, from, to: after?.to ?? found.to };
}

function isOrdinary(word: Word): boolean {
  const isWord = word.kind === "word" || word.kind === "quoted";
  return !isWord || isIdle(word) || isTurningWord(word.text) || meaningOf(word).startsWith("=");
}

/** Values of text fields in lower case, each with its field; null where more than one field has it. */
function fieldsByValue(sample: Sample | null) {
  const found = new Map<string, readonly [string, string] | null>();
  for (const { name } of sample?.fields ?? []) {
    const values = new Set(
      sample!.records.map((record) => (record as Record<string, unknown> | null)?.[name]),
    );
    for (const value of values) {
      if (typeof value !== "string" || !/^\p{L}[\p{L}\p{N} -]+$/u.test(value)) continue;
      const key = value.toLowerCase().replaceAll("-", " ");
      found.set(key, found.has(key) ? null : [name, value]);
    }
  }
  return found;
}
