import { num } from "writ";

/**
 * The records that fulfil every condition, with all their fields or only some.
 * @param where a condition, such as status>=500, user=ada, user!=ada, path~^/api or path!~^/api (~ is a regular expression)
 * @param fields the fields to keep, with commas between them; all where it is empty
 */
export default function* select(
  input: Input,
  { where = [], fields = "" }: { where?: string[]; fields?: string },
) {
  const conditions = where.map(parseCondition);
  const kept = fields.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const named = [...conditions.map(({ name }) => name), ...kept];

  for (const record of input.records({ ...(kept.length > 0 && { fields: named }), require: named })) {
    if (!conditions.every(({ name, holds }) => holds(record[name]))) continue;
    yield kept.length === 0 ? record : Object.fromEntries(kept.map((name) => [name, record[name] ?? null]));
  }
}

function parseCondition(text: string): { name: string; holds: (value: unknown) => boolean } {
  const parts = /^([^!~<>=]+)(!=|!~|>=|<=|==|=|~|>|<)(.*)$/s.exec(text);
  const name = (parts?.[1] ?? "").trim();
  const operator = parts?.[2] ?? "";
  const wanted = (parts?.[3] ?? "").trimStart();
  if (name === "" || /^[!~<>=]/.test(wanted)) throw new Error(`the condition ${JSON.stringify(text)} must be like status>=500 or path~^/api`);
  return { name, holds: test(operator, wanted) };
}

function test(operator: string, wanted: string): (value: unknown) => boolean {
  const pattern = operator.endsWith("~") ? new RegExp(wanted, "u") : /(?:)/;
  switch (operator) {
    case "~":
      return (value) => pattern.test(toText(value));
    case "!~":
      return (value) => !pattern.test(toText(value));
    case "!=":
      return (value) => toText(value) !== wanted;
    case "=":
    case "==":
      return (value) => toText(value) === wanted;
  }
  const compare = wanted !== "" && Number.isFinite(Number(wanted)) ? compareNumbers : compareTexts;
  const accepted = { ">": [1], ">=": [1, 0], "<": [-1], "<=": [-1, 0] }[operator] ?? [];
  // A record that has no value there fulfils no comparison.
  return (value) => value !== undefined && value !== null && value !== "" && accepted.includes(compare(value, wanted));
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
