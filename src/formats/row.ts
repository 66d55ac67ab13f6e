import { toJson } from "./json-value.ts";
import { Unrenderable } from "./unrenderable.ts";

/** A record as columns see it. */
export type Row = Readonly<Record<string, unknown>>;

/** The columns of any value: an array has `c1`, `c2`, …, a value that is not a record has `value`. */
export function toRow(value: unknown): Row {
  if (Array.isArray(value)) return Object.fromEntries(value.map((cell, i) => [`c${i + 1}`, cell]));
  if (value instanceof Map) return Object.fromEntries(value);
  return isScalar(value) ? { value } : (value as Row);
}

/** Whether a value is one line of text rather than a record. */
export function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null || value instanceof Date;
}

/** A value in a cell or on a line: nothing for null, ISO 8601 for a date, JSON for what has parts. */
export function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return typeof value === "object" || typeof value === "function" || typeof value === "symbol"
    ? toJson(value)
    : String(value);
}

/**
 * Rows with the fields of the first one, for outputs with one header.
 * @throws {Unrenderable} a later row has a field that the first has not; a missing one is an empty cell
 */
export function createRowShape() {
  let names: readonly string[] | null = null;
  let count = 0;
  return {
    /** Null until the first row was taken. */
    names: () => names,
    cells(value: unknown): string[] {
      const row = toRow(value);
      count++;
      names ??= Object.keys(row);
      checkFields(row, names, count);
      return names.map((name) => toText(row[name]));
    },
  };
}

/** @throws {Unrenderable} the row has a field that is not among `names` */
export function checkFields(row: Row, names: readonly string[], number: number): void {
  for (const name in row) {
    if (names.includes(name)) continue;
    const has = `record ${number} has the field \`${name}\`, and the first has ${names.join(", ")}`;
    throw new Unrenderable(`${has}: give every record the same fields, or use -o ndjson`);
  }
}
