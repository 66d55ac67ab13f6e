import { num } from "writ";

/**
 * The records that fulfil every condition, with all their fields or only some.
 * @param where a condition, such as status>=500, user=ada, user!=ada, path~^/api or path!~^/api (~ is a regular expression, (?i) before it ignores case); user.name is a field within a field
 * @param fields the fields to keep, with commas between them; all where it is empty
 */
export default function* select(
  input: Input,
  { where = [], fields = "" }: { where?: string[]; fields?: string },
) {
  const conditions = where.map(parseCondition);
  const kept = fields.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const named = [...conditions.map(({ name }) => name), ...kept];
  const nested = named.filter((name) => name.includes("."));
  const asked = [...named, ...nested.map((name) => name.slice(0, name.indexOf(".")))];
  const unseen = new Set(nested);
  let first: Record<string, unknown> | null = null;

  for (const record of input.records({
    ...(kept.length > 0 && { fields: asked }),
    require: named.filter((name) => !name.includes(".")),
  })) {
    for (const name of unseen) if (valueAt(record, name) !== undefined) unseen.delete(name);
    first ??= record;
    if (!conditions.every(({ name, holds }) => holds(record[name] ?? valueAt(record, name)))) continue;
    yield kept.length === 0 ? record : Object.fromEntries(kept.map((name) => [name, record[name] ?? valueAt(record, name) ?? null]));
  }

  const [missing] = unseen;
  if (first && missing !== undefined) throw new Error(`no record has \`${missing}\`${besides(first, missing)}`);
}

/** What is there in the place of a field within a field. */
function besides(record: Record<string, unknown>, name: string): string {
  const outer = name.slice(0, name.lastIndexOf("."));
  const value = valueAt(record, outer);
  return typeof value === "object" && value !== null ? `: \`${outer}\` has ${Object.keys(value).join(", ")}` : "";
}

/** What is within fields: `user.name`, unless a field has just that name. */
function valueAt(record: Record<string, unknown>, name: string): unknown {
  if (!name.includes(".") || Object.hasOwn(record, name)) return record[name];
  let value: unknown = record;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** `and`, `or`, `&&`, `||` or a comma, with a field and an operator behind it. */
const NEXT_CONDITION = /(?:\s(?:and|or)\s|&&|\|\||,)\s*[\p{L}_][\p{L}\p{N}_.]*\s*[!~<>=]/iu;
/** What would not compare as the number that it begins with: 9ms, 1h30m, $5, 1,234; not a date or a version (1.2.3). */
const NUMBER_LIKE = /^(?!\d+\.\d+\.\d)[-+\p{Sc}]*\d[\d.,]*\s*(?:[%\p{L}\p{Sc}]|$)/u;

function parseCondition(text: string): { name: string; holds: (value: unknown) => boolean } {
  const parts = /^([^!~<>=]+)(!=|!~|>=|<=|==|=|~|>|<)(.*)$/s.exec(text);
  const name = (parts?.[1] ?? "").trim();
  const operator = parts?.[2] ?? "";
  const behind = (parts?.[3] ?? "").trimStart();
  if (name === "" || /^[!~<>=]/.test(behind) || (behind === "" && /[<>]/.test(operator))) {
    throw new Error(`the condition ${JSON.stringify(text)} must be like status>=500 or path~^/api`);
  }
  if (NEXT_CONDITION.test(behind) && !/^(["']).*\1$/s.test(behind)) {
    throw new Error(`the condition ${JSON.stringify(text)} looks like several: give each a --where of its own (all must hold), and quote a value that has such words`);
  }
  const wanted = /[~]/.test(operator) ? behind : behind.replace(/^(["'])(.*)\1$/s, "$2");
  if (/[<>]/.test(operator) && !Number.isFinite(Number(wanted)) && NUMBER_LIKE.test(wanted)) {
    throw new Error(`the condition ${JSON.stringify(text)} has a unit or a comma in its number, and only numbers and texts are compared: ask for a program that reads it, as in writ "${name} ${operator} ${wanted}" FILE`);
  }
  return { name, holds: test(operator, wanted, text) };
}

function test(operator: string, wanted: string, text: string): (value: unknown) => boolean {
  const number = wanted === "" ? NaN : Number(wanted);
  const equals = (value: unknown) => toText(value) === wanted || (typeof value === "number" && value === number);
  switch (operator) {
    case "~":
    case "!~": {
      const pattern = patternOf(wanted, text);
      return (value) => pattern.test(toText(value)) === (operator === "~");
    }
    case "!=":
      return (value) => !equals(value);
    case "=":
    case "==":
      return equals;
  }
  const compare = Number.isFinite(number) ? compareNumbers : compareTexts;
  const accepted = { ">": [1], ">=": [1, 0], "<": [-1], "<=": [-1, 0] }[operator] ?? [];
  // A record that has no value there fulfils no comparison.
  return (value) => value !== undefined && value !== null && value !== "" && accepted.includes(compare(value, wanted));
}

function patternOf(wanted: string, text: string): RegExp {
  try {
    return wanted.startsWith("(?i)") ? new RegExp(wanted.slice(4), "iu") : new RegExp(wanted, "u");
  } catch (error) {
    throw new Error(`the condition ${JSON.stringify(text)} has no regular expression: ${(error as Error).message}`);
  }
}

/** NaN where it is no number: such a record is left out, and counted. */
function compareNumbers(value: unknown, wanted: string): number {
  return Math.sign(num(value, { otherwise: NaN }) - Number(wanted));
}

function compareTexts(value: unknown, wanted: string): number {
  const text = toText(value);
  return text < wanted ? -1 : text > wanted ? 1 : 0;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
