import { createRowShape } from "../row.ts";
import { quoteCell } from "./quote-cell.ts";
import { nothing, type Writer } from "./writer.ts";

/** RFC 4180 with a header and LF: a cell with a comma, a quote or a line end stands in quotes. */
export function csvWriter(): Writer {
  return separatedWriter(",", (cell) => quoteCell(cell, ","));
}

const NAMES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" };

/** Tabs between cells, a header; tab, newline, return and backslash in a cell are `\t \n \r \\`. */
export function tsvWriter(): Writer {
  return separatedWriter("\t", (cell) => cell.replace(/[\t\n\r\\]/g, (character) => NAMES[character]!));
}

function separatedWriter(separator: string, quote: (cell: string) => string): Writer {
  const shape = createRowShape();
  const line = (cells: readonly string[]) => `${cells.map(quote).join(separator)}\n`;
  return {
    item(value) {
      const first = shape.names() === null;
      const row = line(shape.cells(value));
      return first ? line(shape.names()!) + row : row;
    },
    end: nothing,
  };
}
