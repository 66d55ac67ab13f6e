import { hasHidden } from "../../terms/visible.ts";
import { type Line, type Span, span } from "../line.ts";
import type { Attribute, Colour, Look } from "../look.ts";

/** One cell of a screen, as the emulator tells it. */
export interface Cell {
  getChars(): string;
  /** 0 behind a wide character. */
  getWidth(): number;
  getFgColor(): number;
  getBgColor(): number;
  isFgDefault(): boolean;
  isFgRGB(): boolean;
  isBgDefault(): boolean;
  isBgRGB(): boolean;
  isAttributeDefault(): boolean;
  isBold(): number;
  isDim(): number;
  isItalic(): number;
  isUnderline(): number;
  isInverse(): number;
  isStrikethrough(): number;
  isInvisible(): number;
}

/** A row of cells. `at` may give the same object each time, filled anew. */
export interface Cells {
  readonly length: number;
  at(x: number): Cell;
}

const PLAIN: Look = { foreground: null, background: null, attributes: [] };
const PLAIN_KEY = "";
const SEEN_ON_BLANKS = new Set<Attribute>(["underline", "inverse", "struck"]);

/** A row of a screen as a line: cells of one look are one span, blanks at the end are left out. */
export function cellLine(cells: Cells, cursorX: number | null): Line {
  // Behind the last cell, about to wrap, the cursor is shown on it.
  const cursor = cursorX === null ? null : Math.min(cursorX, cells.length - 1);
  const line: Span[] = [];
  let text = "";
  let look = PLAIN;
  let lookKey = PLAIN_KEY;
  const close = () => {
    if (text !== "") line.push(span(text, lookKey === PLAIN_KEY ? null : look));
    text = "";
  };
  for (let x = 0; x < cells.length; x++) {
    const cell = cells.at(x);
    if (cell.getWidth() === 0) continue;
    const key = keyOf(cell, x === cursor);
    if (key !== lookKey) {
      close();
      look = lookOf(cell, x === cursor);
      lookKey = key;
    }
    text += shown(cell);
  }
  if (lookKey === PLAIN_KEY) text = text.trimEnd();
  close();
  return line;
}

/** The cell's text, as wide as the cell. Of characters that hide or turn others, a mark shows the place. */
function shown(cell: Cell): string {
  const chars = cell.getChars();
  const width = cell.getWidth();
  if (chars === "" || cell.isInvisible()) return " ".repeat(width);
  if (!hasHidden(chars)) return chars;
  const first = String.fromCodePoint(chars.codePointAt(0)!);
  // An emoji of several people or parts is held together by a joiner; its first part stands for it.
  if (/\p{Emoji_Presentation}/u.test(first)) return first;
  return "\ufffd".padEnd(width);
}

function keyOf(cell: Cell, isCursor: boolean): string {
  if (cell.isAttributeDefault() && !isCursor) return PLAIN_KEY;
  const { foreground, background, attributes } = lookOf(cell, isCursor);
  const isBlank = background === null && !attributes.some((attribute) => SEEN_ON_BLANKS.has(attribute));
  if (isBlank && shown(cell).trim() === "") return PLAIN_KEY;
  return `${foreground}/${background}/${attributes}`;
}

function lookOf(cell: Cell, isCursor: boolean): Look {
  const attributes: Attribute[] = [];
  if (cell.isBold()) attributes.push("bold");
  if (cell.isDim()) attributes.push("dim");
  if (cell.isItalic()) attributes.push("italic");
  if (cell.isUnderline()) attributes.push("underline");
  if (cell.isStrikethrough()) attributes.push("struck");
  if (Boolean(cell.isInverse()) !== isCursor) attributes.push("inverse");
  return {
    foreground: cell.isFgDefault() ? null : colour(cell.getFgColor(), cell.isFgRGB()),
    background: cell.isBgDefault() ? null : colour(cell.getBgColor(), cell.isBgRGB()),
    attributes,
  };
}

function colour(value: number, isRgb: boolean): Colour {
  return isRgb ? [(value >> 16) & 255, (value >> 8) & 255, value & 255] : value;
}
