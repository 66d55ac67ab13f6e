import { isatty } from "node:tty";
import { displayWidth } from "../../formats/display-width.ts";
import { columnsOf } from "./columns-of.ts";

/** The width of stdout in cells where it is a terminal; else text is one line, whatever its length. */
export function helpColumns(): number {
  return isatty(1) ? columnsOf(process.stdout) : Number.POSITIVE_INFINITY;
}

/**
 * A label and its text, broken between words at `columns`, the rows after the first below the text. A word that is
 * longer than a row stays whole.
 */
export function hanging(label: string, text: string, columns: number): string {
  const indent = " ".repeat(Math.min(displayWidth(label), Math.floor(columns / 2)));
  const rows: string[] = [];
  let row = label;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && displayWidth(row) + 1 + displayWidth(word) > columns) {
      rows.push(row);
      [row, isEmpty] = [indent, true];
    }
    row += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...rows, row].join("\n");
}
