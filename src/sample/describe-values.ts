import type { Field, FieldValues } from "../terms/sample.ts";
import { secretFieldKind } from "./redact/secret-kinds.ts";

/** Values are listed where there are no more different ones than this, and each comes twice on average. */
const DISTINCT_MOST = 6;
const CHARS_MOST = 40;

/**
 * What is in the fields of records that are plain objects: how many are empty, the least and the greatest, and the
 * values themselves where they are few. Nothing of fields whose name says that they are secret; values are not redacted.
 */
export function describeValues(fields: readonly Field[], records: readonly unknown[]): readonly Field[] {
  return fields.map((field) => {
    if (secretFieldKind(field.name)) return field;
    const all = records.map((record) => (record as Record<string, unknown>)[field.name]);
    return { ...field, values: describe(all) };
  });
}

function describe(all: readonly unknown[]): FieldValues {
  const filled = all.filter((value) => value !== undefined && value !== null && value !== "");
  const range = rangeOf(filled);
  const few = fewOf(filled);
  return {
    empty: all.length === 0 ? 0 : Number(((all.length - filled.length) / all.length).toFixed(3)),
    ...(range ? { range } : {}),
    ...(few ? { few } : {}),
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function rangeOf(filled: readonly unknown[]): FieldValues["range"] | null {
  if (filled.length < 2 || filled.some((value) => String(value).length > CHARS_MOST)) return null;
  if (filled.every(isNumber)) return ends(filled, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (!filled.every((value) => typeof value === "string")) return null;
  if (filled.every((value) => NUMBER.test(value))) return ends(filled, (a, b) => Number(a) - Number(b));
  return filled.every((value) => DATE.test(value)) ? ends(filled, (a, b) => (a < b ? -1 : 1)) : null;
}

function ends<T extends string | number | bigint>(
  values: readonly T[],
  order: (a: T, b: T) => number,
): readonly [T, T] {
  const pick = (sign: 1 | -1) =>
    values.reduce((best, value) => (order(value, best) * sign > 0 ? value : best));
  return [pick(-1), pick(1)];
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function fewOf(filled: readonly unknown[]): FieldValues["few"] | null {
  const counts = new Map<string | number | boolean | bigint, number>();
  for (const value of filled) {
    if (typeof value === "object" || (typeof value === "string" && value.length > CHARS_MOST)) return null;
    const known = value as string | number | boolean | bigint;
    counts.set(known, (counts.get(known) ?? 0) + 1);
    if (counts.size > DISTINCT_MOST) return null;
  }
  if (counts.size === 0 || counts.size * 2 > filled.length) return null;
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
