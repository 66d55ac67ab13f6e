import { type ColumnLayout, layoutOf, mayHaveColumns } from "./column-layout.ts";
import type { Format, Head, Reading } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";

/** Rows that are looked at before the first is given: enough to see where columns begin. */
const ROWS_LOOKED_AT = 50;

/**
 * Tables as programs print them for people: `ps`, `df`, `kubectl get`, `docker ps`, named by their first line, and
 * `ls -l`. Cells are strings; the last one takes what is left of its row. Blank lines are skipped.
 */
export const columns: Format = {
  name: "columns",
  signs: /^total \S|\S[^\S\n]+\S+[^\S\n]+\S/m,
  recognise,
  read,
};

function recognise({ lines, complete, header }: Head): string | null {
  if (!header || !mayHaveColumns(lines.find((line) => line.trim() !== "") ?? "")) return null;
  const filled = lines.filter((line) => line.trim() !== "").slice(0, ROWS_LOOKED_AT + 1);
  if (filled.length < (complete ? 2 : 3)) return null;
  const layout = layoutOf(filled);
  if (layout.isSure && layout.rows.length > 0) return layout.why;
  return null;
}

function* read(reading: Reading): Generator<Record<string, string>, undefined> {
  const lines = new LineIterator(reading);
  const first: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") first.push(line);
    if (first.length > ROWS_LOOKED_AT) break;
  }
  if (first.length === 0) return;
  const layout: ColumnLayout = layoutOf(reading.header ? first : ["", ...first]);
  for (const line of layout.rows) yield toRecord(layout, line);
  for (let next = lines.next(); !next.done; next = lines.next())
    if (next.value.trim() !== "") yield toRecord(layout, next.value);
}

function toRecord({ names, cells }: ColumnLayout, line: string): Record<string, string> {
  const values = cells(line);
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}
