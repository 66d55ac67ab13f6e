import { toText } from "../../formats/row.ts";
import { columnsShown, measureTable, placeRow, tableHeader } from "../../formats/table.ts";
import { type Line, line, span } from "../line.ts";
import { createTaggedLines, type TaggedLine } from "../tagged-lines.ts";
import { cut } from "../wrap.ts";

/** More than the tallest screen shows. */
const ROWS_MOST = 300;
/** Characters of a cell or a line that are kept: no screen shows more, and each frame measures them. */
const TEXT_MOST = 1000;
const FIELDS_MOST = 100;

/** One of the first rows of a result, short enough to be laid out often. */
export type HeadRow =
  | { readonly kind: "record"; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: "line"; readonly text: string };

/** The first rows of a result on its way; what comes after them is not looked at. */
export interface ResultHead {
  /** Take what a guest wrote with the tagged writer. */
  take(chunk: Uint8Array): void;
  /** The last row where it was cut short. */
  end(): void;
  readonly rows: readonly HeadRow[];
}

export function createResultHead(): ResultHead {
  const rows: HeadRow[] = [];
  let isFull = false;
  const lines = createTaggedLines((one) => {
    if (isFull) return;
    rows.push(...headRows(one));
    isFull = rows.length >= ROWS_MOST;
  });
  return {
    take(chunk) {
      if (!isFull) lines.take(chunk);
    },
    end() {
      if (!isFull) lines.end();
    },
    rows,
  };
}

/** Rows on at most so many rows of the screen: records as a table, with its header, cut to the width. */
export function resultLines(
  rows: readonly HeadRow[],
  size: { readonly columns: number; readonly most: number },
): {
  readonly lines: readonly Line[];
  readonly shown: number;
  /** Of one table at most so many columns found no room. */
  readonly columnsLeftOut: number;
} {
  const lines: Line[] = [];
  let shown = 0;
  let columnsLeftOut = 0;
  while (shown < rows.length && lines.length < size.most) {
    const first = rows[shown]!;
    const room = size.most - lines.length;
    if (first.kind === "line") {
      lines.push(cut(line(first.text), size.columns));
      shown++;
      continue;
    }
    if (room < 2) break;
    const records = takeRecords(rows, shown, room - 1);
    const table = tableLines(records, size.columns);
    lines.push(...table.lines);
    columnsLeftOut = Math.max(columnsLeftOut, table.columnsLeftOut);
    shown += records.length;
  }
  return { lines, shown, columnsLeftOut };
}

function tableLines(records: readonly Readonly<Record<string, string>>[], columns: number) {
  const layout = measureTable(records, { columns });
  const rows = records.map((record) => line(placeRow(layout, record).line));
  const lines = [line(span(tableHeader(layout), "strong")), ...rows];
  return { lines, columnsLeftOut: layout.columns.length - columnsShown(layout) };
}

function takeRecords(rows: readonly HeadRow[], from: number, most: number) {
  const records: Readonly<Record<string, string>>[] = [];
  for (const row of rows.slice(from, from + most)) {
    if (row.kind !== "record") break;
    records.push(row.cells);
  }
  return records;
}

function headRows({ tag, text, dropped }: TaggedLine): HeadRow[] {
  const cells = tag === "r" && dropped === 0 ? cellsOf(text) : null;
  if (cells !== null) return [{ kind: "record", cells }];
  if (tag !== "b") return [{ kind: "line", text: short(text) }];
  const bytes = Buffer.from(text.slice(0, TEXT_MOST * 8), "base64");
  return bytes
    .toString()
    .replace(/\n$/, "")
    .split("\n")
    .map((one) => ({ kind: "line", text: short(one) }));
}

/** Null for what is no record: a guest that was taken over may write anything. */
function cellsOf(text: string): Readonly<Record<string, string>> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== "object" || value === null) return null;
  const entries = Array.isArray(value)
    ? value.map((cell, index) => [`c${index + 1}`, cell] as const)
    : Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, FIELDS_MOST).map(([name, cell]) => [short(name), short(toText(cell))]),
  );
}

function short(text: string): string {
  return text.length > TEXT_MOST ? `${text.slice(0, TEXT_MOST)}…` : text;
}
