import type { Field, ValueType } from "../terms/sample.ts";
import { valueTypeOf } from "../terms/shape.ts";

type NameOf = (name: string) => string;

/** A type longer than this is written with less of its depth. */
const CHARS_MOST = 4000;
const DEPTH_MOST = 4;
/** An object with more keys than this is a dictionary, not a record. */
const KEYS_MOST = 60;

/** The fields of records that are plain objects, in the order they first appear; none for anything else. */
export function inferFields(records: readonly unknown[]): readonly Field[] {
  if (records.length === 0 || !records.every(isObject)) return [];
  return mergeKeys(records)
    .slice(0, KEYS_MOST)
    .map(({ name, values }) => ({
      name,
      types: byFrequency(values.map(valueTypeOf)),
      optional: values.length < records.length,
    }));
}

/**
 * TypeScript source of the type that all the values have: `{ status: number; user?: string | null }`.
 * `nameOf` gives the name to write for a property.
 */
export function inferType(values: readonly unknown[], nameOf: NameOf = String): string {
  let type = typeAt(values, nameOf, 0);
  for (let depth = 1; type.length > CHARS_MOST && depth <= DEPTH_MOST; depth++)
    type = typeAt(values, nameOf, depth);
  return type;
}

function typeAt(values: readonly unknown[], nameOf: NameOf, depth: number): string {
  const types = byFrequency(values.map(valueTypeOf)).map((type) => {
    if (type === "array") return arrayType(values.filter(Array.isArray), nameOf, depth);
    if (type === "object") return objectType(values.filter(isObject), nameOf, depth);
    return type;
  });
  // Nothing but null says nothing of what else may come.
  if (types.length === 0 || types.join() === "null") return "unknown";
  return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")].join(" | ");
}

function arrayType(arrays: readonly (readonly unknown[])[], nameOf: NameOf, depth: number): string {
  const items = arrays.flat();
  const type = depth >= DEPTH_MOST || items.length === 0 ? "unknown" : typeAt(items, nameOf, depth + 1);
  return type.includes(" | ") && !type.endsWith("}") ? `(${type})[]` : `${type}[]`;
}

function objectType(objects: readonly Record<string, unknown>[], nameOf: NameOf, depth: number): string {
  if (depth >= DEPTH_MOST) return "Record<string, unknown>";
  const keys = mergeKeys(objects);
  if (keys.length > KEYS_MOST)
    return `Record<string, ${typeAt(
      keys.flatMap((key) => key.values),
      nameOf,
      depth + 1,
    )}>`;
  const fields = keys.map(({ name, values }) => {
    const optional = values.length < objects.length ? "?" : "";
    return `${propertyName(nameOf(name))}${optional}: ${typeAt(values, nameOf, depth + 1)}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join("; ")} }`;
}

function mergeKeys(objects: readonly Record<string, unknown>[]): { name: string; values: unknown[] }[] {
  const keys = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      const values = keys.get(name);
      if (values) values.push(value);
      else keys.set(name, [value]);
    }
  }
  return [...keys].map(([name, values]) => ({ name, values }));
}

function propertyName(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

function byFrequency(types: readonly ValueType[]): readonly ValueType[] {
  const counts = new Map<ValueType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return valueTypeOf(value) === "object";
}
