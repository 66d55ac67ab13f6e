import { visibleLine } from "../terms/visible.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";
import { type Row, toRow, toText } from "./row.ts";

const GAP = "  ";
const WIDTH_LEAST = 3;
const NUMERIC = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?%?$/i;

/** Columns of a table, fixed once so that rows can follow one by one. */
export interface TableLayout {
  readonly columns: readonly { readonly name: string; readonly width: number; readonly right: boolean }[];
  /** Width of the terminal; null for as wide as it gets. */
  readonly widthMost: number | null;
}

/** A table as lines of text, header first: columns aligned by display width, numbers on the right. */
export function layoutTable(
  records: readonly unknown[],
  options: { readonly columns: number | null },
): string[] {
  const layout = measureTable(records, options);
  return [tableHeader(layout), ...records.map((record) => tableRow(layout, record))];
}

/**
 * Decide names, widths and alignment from some records. Cells are cut with `…` so that a row fits `columns`.
 * Controls, escapes, newlines and tabs are made visible first.
 */
export function measureTable(
  records: readonly unknown[],
  options: { readonly columns: number | null },
): TableLayout {
  const rows = records.map(toRow);
  const names = [...new Set(rows.flatMap(Object.keys))];
  const measured = names.map((name) => measureColumn(name, rows));
  const most = widthMost(
    measured.map(({ width }) => width),
    options.columns,
  );
  const columns = measured.map((column) => ({ ...column, width: Math.min(column.width, most) }));
  return { columns, widthMost: options.columns };
}

export function tableHeader(layout: TableLayout): string {
  return joinCells(
    layout,
    layout.columns.map(({ name }) => name),
  );
}

/** One row; fields that the layout has no column for are left out. */
export function tableRow(layout: TableLayout, record: unknown): string {
  const row = toRow(record);
  return joinCells(
    layout,
    layout.columns.map(({ name }) => toText(row[name])),
  );
}

function measureColumn(name: string, rows: readonly Row[]) {
  const texts = rows.map((row) => visibleLine(toText(row[name])));
  const filled = texts.filter((text) => text !== "");
  const width = texts.reduce(
    (most, text) => Math.max(most, displayWidth(text)),
    displayWidth(visibleLine(name)),
  );
  return { name, width, right: filled.length > 0 && filled.every((text) => NUMERIC.test(text)) };
}

/** The width that the widest columns are cut to, so that all fit: the narrow ones keep theirs. */
function widthMost(widths: readonly number[], columns: number | null): number {
  if (columns === null) return Number.POSITIVE_INFINITY;
  const room = columns - GAP.length * (widths.length - 1);
  let left = room;
  const sorted = widths.toSorted((a, b) => a - b);
  for (const [i, width] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (width > share) return Math.max(share, WIDTH_LEAST);
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

function joinCells(layout: TableLayout, texts: readonly string[]): string {
  const cells = layout.columns.map(({ width, right }, i) => {
    const cell = cutToWidth(visibleLine(texts[i]!), width);
    const space = " ".repeat(width - displayWidth(cell));
    return right ? space + cell : cell + space;
  });
  const line = cells.join(GAP).trimEnd();
  return layout.widthMost === null ? line : cutToWidth(line, layout.widthMost);
}
