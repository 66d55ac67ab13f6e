import { FORMATS, type FormatName } from "./format.ts";
import type { Field, Sample, ValueType } from "./sample.ts";

/** The input that a command was approved on. */
export interface Shape {
  readonly format: FormatName;
  /** By name: the types of the values, most frequent first. Empty where records have no fields. */
  readonly fields: Readonly<Record<string, readonly (ValueType | "absent")[]>>;
}

/** What is remembered of a sample. A name that was replaced before it was sent is not remembered. */
export function shapeOf({ format, fields }: Pick<Sample, "format" | "fields">): Shape {
  const known = fields.filter(({ name }) => name !== "__proto__" && !PLACEHOLDER.test(name));
  return { format, fields: Object.fromEntries(known.map((field) => [field.name, typesOf(field)])) };
}

const PLACEHOLDER = /<[A-Z_]+_\d+(?::[a-z~\d]+)?>/;

// A field that one record in twenty lacks is missed all the same where it is not there at all.
const SELDOM = 0.05;

function typesOf({ types, optional, values }: Field): readonly (ValueType | "absent")[] {
  const isUsual = values !== undefined && values.empty <= SELDOM;
  return optional && !isUsual ? [...types, "absent"] : types;
}

/** What a JSON value is. */
export function valueTypeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "number" || type === "bigint" || type === "boolean" || type === "string" ? type : "object";
}

/** A shape's fields as front matter says them. */
export function frontFields({ fields }: Shape): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, types]) => [name, types.join(" | ")]));
}

/** Front matter's word for an input. */
interface Front {
  readonly format: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** The inverse, as a property: absent where no fields are said, or a format or a type that there is not. */
export function shapeIn(front: Front | null | undefined): { readonly shape?: Shape } {
  const shape = front ? shapeOfFront(front) : null;
  return shape ? { shape } : {};
}

function shapeOfFront({ format, fields }: Front): Shape | null {
  const known = FORMATS.find((one) => one === format);
  if (!known || !fields) return null;
  const read = Object.entries(fields).map(
    ([name, text]) => [name, text.split("|").map((one) => one.trim())] as const,
  );
  if (read.some(([, types]) => !types.every(isType))) return null;
  return { format: known, fields: Object.fromEntries(read) as Shape["fields"] };
}

const TYPES: readonly string[] = [
  ...(["string", "number", "bigint", "boolean", "null", "object", "array"] satisfies ValueType[]),
  "absent",
];

function isType(text: string): boolean {
  return TYPES.includes(text);
}
