import { graphemes } from "../graphemes.ts";
import { cells, plain, span } from "../line.ts";
import { cut } from "../wrap.ts";
import type { EditedText } from "./edited-text.ts";
import { type Paste, pasteOf } from "./pastes.ts";
import { endOfLine } from "./targets.ts";

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
export function textRows(text: string, options: LayoutOptions): readonly TextRow[] {
  const rows = new Rows();
  if (PRINTABLE_ASCII.test(text)) fillWithCharacters(rows, text, options.room);
  else fillWithUnits(rows, text, options);
  rows.end(text.length);
  return rows.done;
}

/** The row that the cursor is in. Between two rows of one line that is the second. */
export function rowOf(rows: readonly TextRow[], cursor: number): number {
  return rows.findLastIndex(({ from }) => from <= cursor);
}

/** Cells from the start of a row to an offset in it. */
function cellsBefore(text: string, row: TextRow, offset: number, options: LayoutOptions): number {
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
    const { text: whole, cells: size } = measured(paste?.label ?? segment);
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

/** What was measured before, for each key measures every grapheme of the text again. */
const MEASURED = new Map<string, { readonly text: string; readonly cells: number }>();
const MEASURED_MOST = 5000;

function measured(grapheme: string): { readonly text: string; readonly cells: number } {
  const known = MEASURED.get(grapheme);
  if (known !== undefined) return known;
  const { text } = span(grapheme);
  const one = { text, cells: cells(text) };
  if (MEASURED.size >= MEASURED_MOST) MEASURED.clear();
  MEASURED.set(grapheme, one);
  return one;
}

const PRINTABLE_ASCII = /^[\x20-\x7e\n]*$/;

/** Rows being made from left to right. `used` is the cells of the one that starts at `start`. */
class Rows {
  readonly done: TextRow[] = [];
  start = 0;
  used = 0;

  /** The line goes on in the next row, which has some of it already. */
  break(at: number, used: number): void {
    this.done.push({ from: this.start, to: at, isOpen: true });
    this.start = at;
    this.used = used;
  }

  /** The line ends here, and one character for that is passed over. */
  end(at: number): void {
    this.done.push({ from: this.start, to: at, isOpen: false });
    this.start = at + 1;
    this.used = 0;
  }
}

/** What {@link fillWithUnits} does, where each character is a grapheme of one cell. */
function fillWithCharacters(rows: Rows, text: string, room: number): void {
  for (let end = endOfLine(text, 0); ; end = endOfLine(text, rows.start)) {
    while (end - rows.start > room) {
      const blank = text.lastIndexOf(" ", rows.start + room);
      rows.break(blank >= rows.start ? blank + 1 : rows.start + room, 0);
    }
    if (end === text.length) return;
    rows.end(end);
  }
}

function fillWithUnits(rows: Rows, text: string, options: LayoutOptions): void {
  let afterBlank = { offset: 0, used: 0 };
  // All of the text at once, for starting to segment costs more than segmenting a line.
  for (const unit of unitsOf(text, 0, options)) {
    const isBlank = unit.shown === " ";
    const end = unit.index + unit.length;
    if (text[unit.index] === "\n") rows.end(unit.index);
    else if (rows.used + unit.cells <= options.room) rows.used += unit.cells;
    else if (isBlank) rows.break(end, 0);
    else if (afterBlank.offset <= rows.start) rows.break(unit.index, unit.cells);
    else rows.break(afterBlank.offset, rows.used - afterBlank.used + unit.cells);
    if (isBlank) afterBlank = { offset: end, used: rows.used };
  }
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
