import { graphemes } from "../graphemes.ts";
import { cells, plain, span } from "../line.ts";
import { cut } from "../wrap.ts";
import type { EditedText } from "./edited-text.ts";
import { type Paste, pasteOf } from "./pastes.ts";

/** What is shown before the text. */
export const PROMPT = "> ";

/** One row of the text as it is drawn: two offsets, and whether its line goes on in the next row. */
export interface TextRow {
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

/** A grapheme with where it starts, what is shown for it and how many cells that takes. */
export interface Unit {
  readonly index: number;
  readonly length: number;
  readonly shown: string;
  readonly cells: number;
  readonly isPaste: boolean;
}

/** The folded texts, and the cells of a row, at least 1. */
export interface LayoutOptions {
  readonly pastes: readonly Paste[];
  readonly room: number;
}

/** The cells that text has in a row: beside the prompt, and with one left for a cursor behind it. */
export function roomFor(columns: number): number {
  return Math.max(1, columns - promptCells(columns) - 1);
}

/** A terminal too narrow for a prompt has none. */
export function promptCells(columns: number): number {
  return columns < 8 ? 0 : PROMPT.length;
}

/**
 * Break a text into rows: behind blanks where there are some, else anywhere, never inside a grapheme. The blank
 * that ends a full row stands where its cursor would.
 */
export function textRows(text: string, options: LayoutOptions): TextRow[] {
  const rows: TextRow[] = [];
  let from = 0;
  for (const one of text.split("\n")) {
    addRows(rows, one, from, options);
    from += one.length + 1;
  }
  return rows;
}

/** The row that the cursor is in. Between two rows of one line that is the second. */
export function rowOf(rows: readonly TextRow[], cursor: number): number {
  return rows.findLastIndex(({ from }) => from <= cursor);
}

/** Cells from the start of a row to an offset in it. */
export function cellsBefore(text: string, row: TextRow, offset: number, options: LayoutOptions): number {
  return unitsOf(text.slice(row.from, offset), row.from, options).reduce((sum, unit) => sum + unit.cells, 0);
}

/** The cursor `by` rows further, as near to `goalCells` as that row comes. Null where there is no such row. */
export function moveByRows(
  { text, cursor }: EditedText,
  move: { readonly by: -1 | 1; readonly goalCells: number | null },
  options: LayoutOptions,
): { readonly cursor: number; readonly goalCells: number } | null {
  const rows = textRows(text, options);
  const at = rowOf(rows, cursor);
  const row = rows[at + move.by];
  if (row === undefined) return null;
  const goalCells = move.goalCells ?? cellsBefore(text, rows[at]!, cursor, options);
  return { cursor: offsetAt(text, row, goalCells, options), goalCells };
}

/** What is shown for each grapheme of a piece of one line that starts at `from`. */
export function unitsOf(piece: string, from: number, { pastes, room }: LayoutOptions): Unit[] {
  return Array.from(graphemes(piece), ({ segment, index }) => {
    const paste = pasteOf(pastes, segment);
    const whole = paste?.label ?? span(segment).text;
    const size = cells(whole);
    const shown = size <= room ? whole : plain(cut([{ text: whole, tone: null }], room));
    return {
      index: from + index,
      length: segment.length,
      shown,
      cells: Math.min(size, room),
      isPaste: paste !== null,
    };
  });
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

function addRows(rows: TextRow[], one: string, from: number, options: LayoutOptions): void {
  const breaks = PRINTABLE_ASCII.test(one) ? asciiBreaks(one, options.room) : breaksOf(one, options);
  let start = 0;
  for (const end of breaks) {
    rows.push({ from: from + start, to: from + end, isOpen: true });
    start = end;
  }
  rows.push({ from: from + start, to: from + one.length, isOpen: false });
}

/** What {@link breaksOf} finds where each character is a grapheme of one cell. */
function asciiBreaks(one: string, room: number): number[] {
  const breaks: number[] = [];
  for (let start = 0; one.length - start > room; start = breaks.at(-1)!) {
    const blank = one.lastIndexOf(" ", start + room);
    breaks.push(blank >= start ? blank + 1 : start + room);
  }
  return breaks;
}

function breaksOf(one: string, options: LayoutOptions): number[] {
  const breaks: number[] = [];
  let used = 0;
  let afterBlank = { offset: 0, used: 0 };
  for (const unit of unitsOf(one, 0, options)) {
    if (used + unit.cells > options.room && unit.shown === " ") {
      breaks.push(unit.index + 1);
      used = 0;
      continue;
    }
    if (used + unit.cells > options.room) {
      const isAtBlank = afterBlank.offset > (breaks.at(-1) ?? 0);
      breaks.push(isAtBlank ? afterBlank.offset : unit.index);
      used = isAtBlank ? used - afterBlank.used : 0;
    }
    used += unit.cells;
    if (unit.shown === " ") afterBlank = { offset: unit.index + 1, used };
  }
  return breaks;
}

function offsetAt(text: string, row: TextRow, goalCells: number, options: LayoutOptions): number {
  const units = unitsOf(text.slice(row.from, row.to), row.from, options);
  let used = 0;
  for (const unit of units) {
    used += unit.cells;
    if (used > goalCells) return unit.index;
  }
  // The end of a row that goes on is the start of the next.
  return row.isOpen ? (units.at(-1)?.index ?? row.from) : row.to;
}
