import { graphemes } from "./graphemes.ts";
import { cells, type Line, lineCells, type Span } from "./line.ts";

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

export interface WrapOptions {
  /** Cells of a row, at least 1. */
  readonly columns: number;
  /** Cells that rows after the first are indented by; at most half a row is used. */
  readonly hang?: number;
  /** `words` breaks at blanks where it can; `anywhere` fills each row, as for code. */
  readonly breakAt?: "words" | "anywhere";
}

/** Break a line into rows that fit. Nothing is ever cut off: what a person approves is all there. */
export function wrap(one: Line, options: WrapOptions): Line[] {
  const columns = Math.max(1, options.columns);
  if (lineCells(one) <= columns) return [one];
  const hang = Math.min(options.hang ?? 0, Math.floor(columns / 2));
  const rows = new Rows(columns, hang);
  for (const piece of one) {
    if (options.breakAt === "anywhere") rows.fill(piece);
    else for (const text of piece.text.split(/(?<= )(?=[^ ])/)) rows.word({ text, tone: piece.tone });
  }
  return rows.done();
}

/** The longest start of a line that fits, with an ellipsis where something was left out. */
export function cut(one: Line, columns: number): Line {
  if (lineCells(one) <= columns) return one;
  const rows = new Rows(Math.max(1, columns - 1), 0);
  for (const piece of one) rows.fill(piece);
  const start = rows.done()[0]!;
  // A first grapheme that is wider than all the room there is leaves the ellipsis alone.
  return [...(lineCells(start) < columns ? start : []), { text: "…", tone: "dim" }];
}

/** Rows being filled from left to right. */
class Rows {
  readonly #columns: number;
  readonly #indent: Span;
  readonly #rows: Span[][] = [[]];
  #used = 0;

  constructor(columns: number, hang: number) {
    this.#columns = columns;
    this.#indent = { text: " ".repeat(hang), tone: null };
  }

  /** Put a word on this row, or on the next one; a word longer than a row is broken. Blanks never are. */
  word({ text, tone }: Span): void {
    const bare = text.trimEnd();
    const size = cells(bare);
    if (this.#used + size > this.#columns && size <= this.#columns - this.#indent.text.length) this.#next();
    this.fill({ text: bare, tone });
    this.fill({ text: text.slice(bare.length, bare.length + this.#columns - this.#used), tone });
  }

  /** Fill this row to its end and go on in the next. */
  fill(piece: Span): void {
    let rest = piece.text;
    while (rest !== "") {
      const room = this.#columns - this.#used;
      const start = startThatFits(rest, room);
      // A grapheme wider than a whole row is put there all the same, alone.
      const text = start === "" && this.#isEmpty() ? firstGrapheme(rest) : start;
      if (text !== "") {
        this.#rows.at(-1)!.push({ text, tone: piece.tone });
        this.#used += cells(text);
        rest = rest.slice(text.length);
      }
      if (rest !== "") this.#next();
    }
  }

  done(): Line[] {
    return this.#rows;
  }

  #isEmpty(): boolean {
    return this.#used <= this.#indent.text.length;
  }

  #next(): void {
    this.#rows.push(this.#indent.text === "" ? [] : [this.#indent]);
    this.#used = this.#indent.text.length;
  }
}

/** The longest start of a text that takes at most so many cells. */
export function startThatFits(text: string, columns: number): string {
  if (columns <= 0) return "";
  // One more than fits, for it may be a mark that belongs to the last. Looking at the whole of a long line
  // would be quadratic.
  if (PRINTABLE_ASCII.test(text.slice(0, columns + 1))) return text.slice(0, columns);
  let end = 0;
  let used = 0;
  for (const { segment, index } of graphemes(text.slice(0, columns * 16))) {
    used += cells(segment);
    if (used > columns) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function firstGrapheme(text: string): string {
  for (const { segment } of graphemes(text.slice(0, 64))) return segment;
  return text.slice(0, 1);
}
