import { createRowShape } from "../row.ts";
import { quoteCell } from "./quote-cell.ts";
import { nothing, type Writer } from "./writer.ts";

/** RFC 4180 with a header and LF: a cell with a comma, a quote or a line end stands in quotes. */
export function csvWriter(): Writer {
  return separatedWriter(",", (cell) => quoteCell(cell, ","), quoteName);
}

// Readers go by the first line where they look for another separator or quote: names give them none to see.
function quoteName(name: string): string {
  return /[;|\t']/.test(name) ? `"${name.replaceAll('"', '""')}"` : quoteCell(name, ",");
}

const NAMES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" };

/** Tabs between cells, a header; tab, newline, return and backslash in a cell are `\t \n \r \\`. */
export function tsvWriter(): Writer {
  return separatedWriter("\t", (cell) => cell.replace(/[\t\n\r\\]/g, (character) => NAMES[character]!));
}

function separatedWriter(
  separator: string,
  quote: (cell: string) => string,
  quoteHeader: (name: string) => string = quote,
): Writer {
  const shape = createRowShape();
  const line = (cells: readonly string[]) => `${cells.map(quote).join(separator)}\n`;
  const header = (names: readonly string[]) => `${names.map(quoteHeader).join(separator)}\n`;
  return {
    item(value) {
      const first = shape.names() === null;
      const row = line(shape.cells(value));
      return first ? header(shape.names()!) + row : row;
    },
    end: nothing,
  };
}
