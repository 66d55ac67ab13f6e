import { formatBytes } from "../terms/limit.ts";
import type { Reading } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";
import { excerpt, MalformedInput } from "./malformed-input.ts";
import { createRaggedRows } from "./ragged-rows.ts";

/** The cells of the row that begins with `line` (raw: it may end in a carriage return) and may go on in `lines`. */
export type SplitRow = (line: string, lines: LineIterator, input: string) => string[];

/**
 * Rows of cells to records of strings, named by the first row, or `c1`, `c2`, … where `header` is false.
 * `choose` decides by the first line how lines are split. Blank lines are skipped, except where there is only
 * one column.
 * @throws {MalformedInput} a row with more or fewer cells than the first, a column name that comes twice
 */
export function* readSeparated(
  reading: Reading,
  choose: (firstLine: string) => SplitRow,
): Generator<Record<string, string>, undefined> {
  const { input, header } = reading;
  const lines = new LineIterator(reading);
  const ragged = createRaggedRows(reading);
  let split: SplitRow | null = null;
  let names: readonly string[] | null = null;
  for (let line = lines.readRaw(); line !== null; line = lines.readRaw()) {
    const number = lines.number;
    if (withoutReturn(line) === "" && names?.length !== 1) continue;
    split ??= choose(withoutReturn(line));
    const cells = split(line, lines, input);
    if (names === null) {
      names = header ? checkNames(cells, input, number) : cells.map((_, i) => `c${i + 1}`);
      if (header) continue;
    }
    if (cells.length === names.length) yield toRecord(names, cells);
    else {
      const record = ragged.take(names, cells, number);
      if (record) yield record;
    }
  }
  ragged.end();
}

/** A line without the carriage return of CRLF. */
export function withoutReturn(line: string): string {
  return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
}

/** Cells that grew over several lines may not hold more than a line may. */
export function checkCellSize(text: string, input: string, line: number, charactersMost: number): void {
  if (text.length <= charactersMost) return;
  const expected = `a closing quote within ${formatBytes(charactersMost)}`;
  throw new MalformedInput({ input, line, expected, found: "none (the quote opens on this line)" });
}

function toRecord(names: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let i = 0; i < names.length; i++) record[names[i]!] = cells[i]!;
  return record;
}

function checkNames(names: readonly string[], input: string, line: number): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      const expected = "column names that differ (or --no-header, if the first row is data)";
      throw new MalformedInput({ input, line, expected, found: `${excerpt(name)} twice` });
    }
    // Assigned as a property, this one would set the record's prototype, and the value would be lost.
    if (name === "__proto__") {
      throw new MalformedInput({ input, line, expected: "a usable column name", found: excerpt(name) });
    }
    seen.add(name);
  }
  return names;
}
