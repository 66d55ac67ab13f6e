import { visibleLine } from "../terms/visible.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";
import { fitWidths } from "./fit-widths.ts";
import { type Row, toRow, toText } from "./row.ts";

const GAP = "  ";
const NUMERIC = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?%?$/i;
/** Wider than any number of 64 bits: a longer one is cut where there is no room, as text is. */
const NUMBER_WIDTH_MOST = 40;
/** No column is padded to more: a longer cell stands out of its row, which costs one row rather than all. */
const PADDED_WIDTH_MOST = 1000;
const CUT = "…";

interface Column {
  readonly name: string;
  readonly width: number;
  readonly right: boolean;
}

/** Columns of a table, decided from its first rows so that more can follow one by one. */
export interface TableLayout {
  readonly columns: readonly Column[];
  /** Width of the terminal; null for as wide as it gets. */
  readonly widthMost: number | null;
  /** Whether columns were made narrower than their cells, so that rows fit. */
  readonly isCut: boolean;
}

/**
 * Decide names, widths and alignment from some records. Cells are cut with `…` so that a row fits `columns`,
 * and numbers only where they alone do not fit. Controls, escapes, newlines and tabs are made visible first.
 */
export function measureTable(
  records: readonly unknown[],
  options: { readonly columns: number | null },
): TableLayout {
  const rows = records.map(toRow);
  const names = [...new Set(rows.flatMap(Object.keys))];
  const columns = names.map((name) => measureColumn(name, rows));
  return fitLayout({ columns, widthMost: options.columns, isCut: false });
}

export function tableHeader(layout: TableLayout): string {
  const cells = layout.columns.map(({ name }) => visibleLine(name));
  return joinCells(layout, { cells, widths: layout.columns.map(({ width }) => width) });
}

/** How many columns stand on the screen, whole or in part: the others do not fit. */
export function columnsShown({ columns, widthMost }: TableLayout): number {
  if (widthMost === null) return columns.length;
  let taken = 0;
  const beyond = columns.findIndex(({ width }, i) => {
    const starts = taken + (i === 0 ? 0 : GAP.length);
    taken = starts + width;
    // The mark stands after the last of them.
    return starts >= widthMost - GAP.length;
  });
  return beyond === -1 ? columns.length : beyond;
}

/**
 * One row, and the layout for the next: wider where a number outgrew its column. A cell that is longer than
 * its column is shown whole as long as the row fits the terminal, and the row moves back into its columns
 * after it; but where columns had to be cut, every row keeps to them. Fields that the layout has no column for are left out.
 */
export function placeRow(
  before: TableLayout,
  record: unknown,
): { readonly line: string; readonly layout: TableLayout } {
  const row = toRow(record);
  const cells = before.columns.map(({ name }) => visibleLine(toText(row[name])));
  const layout = widened(before, cells);
  return { line: joinCells(layout, { cells, widths: rowWidths(layout, cells) }), layout };
}

function measureColumn(name: string, rows: readonly Row[]): Column {
  const texts = rows.map((row) => visibleLine(toText(row[name])));
  const filled = texts.filter((text) => text !== "");
  const width = texts.reduce(
    (most, text) => Math.max(most, displayWidth(text)),
    displayWidth(visibleLine(name)),
  );
  const right = filled.length > 0 && filled.every((text) => NUMERIC.test(text));
  return { name, width: Math.min(width, PADDED_WIDTH_MOST), right };
}

function fitLayout({ columns, widthMost, isCut }: TableLayout): TableLayout {
  const wanted = columns.map(({ width, right }) => ({ width, whole: right && width <= NUMBER_WIDTH_MOST }));
  const widths = fitWidths(wanted, roomFor({ columns, widthMost }));
  return {
    columns: columns.map((column, i) => ({ ...column, width: widths[i]! })),
    widthMost,
    isCut: isCut || columns.some(({ width }, i) => widths[i]! < width),
  };
}

/** Less of a text says nothing: the last columns are left out instead, but where a quarter of the screen is less. */
const TEXT_WIDTH_LEAST = 8;
const TEXT_WIDTH_LEAST_EVER = 3;

function roomFor(layout: Pick<TableLayout, "columns" | "widthMost">) {
  const share = Math.floor((layout.widthMost ?? Number.POSITIVE_INFINITY) / 4);
  const least = Math.max(TEXT_WIDTH_LEAST_EVER, Math.min(TEXT_WIDTH_LEAST, share));
  return { room: room(layout), least };
}

/** The columns that are left for cells. */
function room({ columns, widthMost }: Pick<TableLayout, "columns" | "widthMost">): number {
  return widthMost === null ? Number.POSITIVE_INFINITY : widthMost - GAP.length * (columns.length - 1);
}

function widened(layout: TableLayout, cells: readonly string[]): TableLayout {
  const outgrown = layout.columns.some(({ right, width }, i) => right && isWiderNumber(cells[i]!, width));
  if (!outgrown) return layout;
  const columns = layout.columns.map((column, i) =>
    column.right && isWiderNumber(cells[i]!, column.width) ? { ...column, width: cells[i]!.length } : column,
  );
  return fitLayout({ ...layout, columns });
}

function isWiderNumber(cell: string, width: number): boolean {
  return cell.length > width && isWholeNumber(cell);
}

function isWholeNumber(cell: string): boolean {
  return cell.length <= NUMBER_WIDTH_MOST && NUMERIC.test(cell);
}

/** The widths of one row's cells: those of the layout, but where a cell is longer and nothing was cut for want of room. */
function rowWidths(layout: TableLayout, cells: readonly string[]): readonly number[] {
  if (layout.isCut) return layout.columns.map(({ width }) => width);
  const own = cells.map(displayWidth);
  if (sum(own) <= room(layout)) return shiftedWidths(layout, own);
  const wanted = layout.columns.map(({ width }, i) => ({
    width: Math.max(width, own[i]!),
    whole: isWholeNumber(cells[i]!),
  }));
  return fitWidths(wanted, roomFor(layout));
}

/** Every cell whole: what is too long takes the padding of the cells after it, and before it where it must. */
function shiftedWidths(layout: TableLayout, own: readonly number[]): readonly number[] {
  let owed = 0;
  const pay = (padding: number) => {
    const paid = Math.min(Math.max(0, owed), Math.max(0, padding));
    owed -= paid;
    return paid;
  };
  const widths = layout.columns.map(({ width }, i) => {
    owed += Math.max(0, own[i]! - width);
    return Math.max(own[i]!, width - pay(width - own[i]!));
  });
  owed = sum(widths) - room(layout);
  if (owed <= 0) return widths;
  const backwards = widths.map((width, i) => ({ width, padding: width - own[i]! })).toReversed();
  return backwards.map(({ width, padding }) => width - pay(padding)).toReversed();
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

function joinCells(
  layout: TableLayout,
  { cells, widths }: { cells: readonly string[]; widths: readonly number[] },
): string {
  const placed = layout.columns.map(({ right }, i) => {
    const cell = cutCell(cells[i]!, widths[i]!);
    const space = " ".repeat(widths[i]! - displayWidth(cell));
    return right ? space + cell : cell + space;
  });
  const line = placed.join(GAP).trimEnd();
  const { widthMost } = layout;
  return widthMost === null || displayWidth(line) <= widthMost ? line : cutLine(placed, widthMost);
}

/** The start of a number would be another number, so nothing of one that does not fit is shown. */
function cutCell(cell: string, width: number): string {
  const cut = cutToWidth(cell, width);
  return cut !== cell && NUMERIC.test(cell) ? cutToWidth(CUT, width) : cut;
}

/** The cells that fit, and the start of the next where that is text. */
function cutLine(cells: readonly string[], widthMost: number): string {
  let kept = "";
  for (const [i, cell] of cells.entries()) {
    const next = i === 0 ? cell : kept + GAP + cell;
    if (displayWidth(next) > widthMost - GAP.length) {
      return cutToWidth(NUMERIC.test(cell.trim()) ? `${kept} ${CUT}` : next + GAP, widthMost);
    }
    kept = next;
  }
  return kept;
}
