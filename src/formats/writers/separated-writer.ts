import { createRowShape } from "../row.ts";
import { defuse } from "./defuse.ts";
import { quoteCell, quoteFirst } from "./quote-cell.ts";
import { nothing, type Writer, type Writing } from "./writer.ts";

/** How the cells of one line are put together; the first line decides how a reader takes the others. */
type Join = (cells: readonly string[], place: "first" | "later") => string;

/** RFC 4180 with a header and LF: a cell with a comma, a quote or a line end stands in quotes. */
export function csvWriter(writing: Writing): Writer {
  return separatedWriter(writing, (cells, place) => {
    const [only] = cells;
    // An empty line is no row.
    if (only === "" && cells.length === 1) return '""';
    return cells.map((cell) => (place === "first" ? quoteFirst(cell) : quoteCell(cell, ","))).join(",");
  });
}

const NAMES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" };

/** Tabs between cells, a header; tab, newline, return and backslash in a cell are `\t \n \r \\`. */
export function tsvWriter(writing: Writing): Writer {
  const named = (cell: string) => cell.replace(/[\t\n\r\\]/g, (character) => NAMES[character]!);
  return separatedWriter(writing, (cells) => cells.map(named).join("\t"));
}

function separatedWriter({ header, formulas }: Writing, join: Join): Writer {
  const shape = createRowShape();
  const line = (cells: readonly string[], place: "first" | "later") =>
    `${join(formulas === "defuse" ? cells.map(defuse) : cells, place)}\n`;
  return {
    item(value) {
      const isFirst = shape.names() === null;
      const cells = shape.cells(value);
      if (!isFirst) return line(cells, "later");
      return header ? line(shape.names()!, "first") + line(cells, "later") : line(cells, "first");
    },
    end: nothing,
  };
}
