import type { FormatName } from "../terms/format.ts";
import { nearNames } from "../terms/near.ts";
import type { OptionSchema, OptionValue } from "../terms/option.ts";
import { type Shape, valueTypeOf } from "../terms/shape.ts";

/** How records may be looked at: their format, and whether the user named it. */
export interface Seen {
  readonly format: FormatName;
  readonly named: boolean;
  readonly records: readonly unknown[];
}

/**
 * What differs between the records and the shape that a command was approved on, as one line without the input's name:
 * `expected field "status" (number), the input has "code"`. Null where nothing does. Records are taken together: a
 * field has to be in one of them, and of a type that it had.
 */
export function judgeShape(expected: Shape, { format, named, records }: Seen): string | null {
  const isOther = !named && !alike(expected.format, format);
  const fields = fieldProblems(expected, records);
  const shown = [
    ...(isOther ? [`expected ${expected.format}, the input is ${format}`] : []),
    ...fields.slice(0, 1),
  ];
  if (shown.length === 0) return null;
  return shown.join("; ") + (fields.length > 1 ? ` (and ${fields.length - 1} more)` : "");
}

/**
 * The shape with those fields only that the code, or the option values of this run, name. Others it can only reach
 * by going through all there are.
 */
export function namedShape(
  shape: Shape,
  {
    javascript,
    schema,
    values,
  }: {
    readonly javascript: string;
    readonly schema: OptionSchema;
    readonly values: Readonly<Record<string, OptionValue>>;
  },
): Shape {
  const replaced = schema.options
    .filter(({ name, default: usual }) => values[name] !== undefined && values[name] !== usual)
    .map((option) => String(option.default));
  const given = JSON.stringify(values);
  const isNamed = (name: string) =>
    holdsWord(given, name) || (holdsWord(javascript, name) && !replaced.includes(name));
  return {
    ...shape,
    fields: Object.fromEntries(Object.entries(shape.fields).filter(([name]) => isNamed(name))),
  };
}

const TABLES: readonly FormatName[] = ["csv", "tsv"];
const JSONS: readonly FormatName[] = ["ndjson", "json"];

function alike(one: FormatName, other: FormatName): boolean {
  return one === other || [TABLES, JSONS].some((kind) => kind.includes(one) && kind.includes(other));
}

type Types = Shape["fields"][string];

function fieldProblems(expected: Shape, records: readonly unknown[]): readonly string[] {
  const found = foundTypes(records);
  const unexpected = [...found.keys()].filter((name) => !Object.hasOwn(expected.fields, name));
  return Object.entries(expected.fields).flatMap(([name, types]) => {
    const has = found.get(name);
    if (!has) return types.includes("absent") ? [] : [missing(name, types, { unexpected, found })];
    return fits(types, has)
      ? []
      : [`expected field ${JSON.stringify(name)} (${word(types)}), it is ${word(has)}`];
  });
}

function foundTypes(records: readonly unknown[]): ReadonlyMap<string, Types> {
  const found = new Map<string, Types>();
  for (const record of records) {
    if (valueTypeOf(record) !== "object") continue;
    for (const [name, value] of Object.entries(record as object)) {
      const type = valueTypeOf(value);
      const types = found.get(name) ?? [];
      if (!types.includes(type)) found.set(name, [...types, type]);
    }
  }
  return found;
}

/** Null says nothing of what else there is, and a big integer is a number. */
function fits(expected: Types, found: Types): boolean {
  const [one, other] = [known(expected), known(found)];
  return one.length === 0 || other.length === 0 || other.some((type) => one.includes(type));
}

function known(types: Types): readonly string[] {
  return types
    .filter((type) => type !== "null" && type !== "absent")
    .map((type) => (type === "bigint" ? "number" : type));
}

function word(types: Types): string {
  return known(types).join(" or ") || "null";
}

const NAMES_MOST = 3;

function missing(
  name: string,
  types: Types,
  {
    unexpected,
    found,
  }: { readonly unexpected: readonly string[]; readonly found: ReadonlyMap<string, Types> },
): string {
  const what = `expected field ${JSON.stringify(name)} (${word(types)})`;
  const near = nearest(name, types, { unexpected, found });
  if (near !== null) return `${what}, the input has ${JSON.stringify(near)}`;
  const names = unexpected.length > 0 ? unexpected : [...found.keys()];
  if (names.length === 0) return `${what}, the input has no fields`;
  const more = names.length > NAMES_MOST ? ` and ${names.length - NAMES_MOST} more` : "";
  return `${what}, the input has ${names
    .slice(0, NAMES_MOST)
    .map((one) => JSON.stringify(one))
    .join(", ")}${more}`;
}

/** The field that probably took its place: written alike, or the only new one of its type. */
function nearest(
  name: string,
  types: Types,
  {
    unexpected,
    found,
  }: { readonly unexpected: readonly string[]; readonly found: ReadonlyMap<string, Types> },
): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const same = unexpected.find((one) => plain(one) === plain(name));
  const [near] = nearNames(name, unexpected);
  const alike = unexpected.filter((one) => fits(types, found.get(one)!));
  return same ?? near ?? (alike.length === 1 ? alike[0]! : null);
}

/** Whether a text holds a name that is not a part of a longer one. */
function holdsWord(text: string, name: string): boolean {
  if (name === "") return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isWordAt(text, at - 1) && !isWordAt(text, at + name.length)) return true;
  }
  return false;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}_$]/u.test(text[at] ?? "");
}
