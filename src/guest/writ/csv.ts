import { toText } from "../../formats/row.ts";
import { quoteCell } from "../../formats/writers/quote-cell.ts";

/** Values as one line of CSV, without a line end: quoted where they must be, dates as ISO 8601, null as nothing. */
export function csvRow(values: Iterable<unknown>, separator = ","): string {
  return Array.from(values, (value) => quoteCell(toText(value), separator)).join(separator);
}

/**
 * The cells of one row of CSV, which may hold line ends in quotes.
 * @throws {TypeError} naming the column where a quote is not closed, or text follows one that is
 */
export function parseCsvRow(text: string, separator = ","): string[] {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const { cell, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    cells.push(cell);
    if (end === text.length) return cells;
    if (!text.startsWith(separator, end)) {
      throw new TypeError(
        `parseCsvRow: expected ${JSON.stringify(separator)} at column ${end + 1}, after the quoted cell`,
      );
    }
    at = end + separator.length;
  }
}

function plain(text: string, at: number, separator: string) {
  const found = text.indexOf(separator, at);
  const end = found === -1 ? text.length : found;
  return { cell: text.slice(at, end), end };
}

function quoted(text: string, at: number) {
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close === -1) throw new TypeError(`parseCsvRow: the quote at column ${at + 1} is not closed`);
    if (text[close + 1] !== '"')
      return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
    from = close + 2;
  }
}
