import type { Format, Head, Reading } from "./format.ts";
import type { LineIterator } from "./line-iterator.ts";
import { excerpt, MalformedInput } from "./malformed-input.ts";
import { checkCellSize, readSeparated, withoutReturn } from "./separated.ts";
import { recogniseTable } from "./table-head.ts";

/**
 * Comma-separated values after RFC 4180: quoted cells may hold commas, newlines and doubled quotes; LF or
 * CRLF. Every value is a string, as it stands. A quote inside an unquoted cell is an ordinary character.
 */
export const csv: Format = { name: "csv", recognise, read };

const QUOTE = 34;
const SEPARATOR = ",";

function recognise(head: Head): string | null {
  return head.lines[0]?.includes(SEPARATOR) ? recogniseTable(head, splitRow, "commas") : null;
}

function read(reading: Reading) {
  return readSeparated(reading, splitRow);
}

function splitRow(line: string, lines: LineIterator, input: string): string[] {
  return line.includes('"') ? splitQuoted(line, lines, input) : withoutReturn(line).split(SEPARATOR);
}

function splitQuoted(first: string, lines: LineIterator, input: string): string[] {
  const cells: string[] = [];
  let line = first;
  let at = 0;
  for (;;) {
    if (line.charCodeAt(at) === QUOTE) cells.push(quotedCell());
    else {
      const end = line.indexOf(SEPARATOR, at);
      cells.push(end === -1 ? withoutReturn(line.slice(at)) : line.slice(at, end));
      at = end === -1 ? line.length : end;
    }
    if (at === line.length) return cells;
    at++;
  }

  // Moves `at` behind the closing quote, over further lines where the cell goes on there.
  function quotedCell(): string {
    const opened = lines.number;
    const column = at + 1;
    let cell = "";
    let from = at + 1;
    for (;;) {
      const quote = line.indexOf('"', from);
      if (quote === -1) {
        const next = lines.readRaw();
        if (next === null) throw unclosed(input, opened, column);
        cell += `${line.slice(from)}\n`;
        checkCellSize(cell, input, opened, lines.lineBytesMost);
        line = next;
        from = 0;
      } else if (line.charCodeAt(quote + 1) === QUOTE) {
        cell += line.slice(from, quote + 1);
        from = quote + 2;
      } else {
        const rest = withoutReturn(line.slice(quote + 1));
        at = rest === "" ? line.length : quote + 1;
        if (rest !== "" && rest[0] !== SEPARATOR) throw afterQuote(rest, at, input, lines.number);
        return cell + line.slice(from, quote);
      }
    }
  }
}

function unclosed(input: string, line: number, column: number): MalformedInput {
  const expected = "a closing quote for the cell that opens here";
  return new MalformedInput({ input, line, column, expected, found: "the end of the input" });
}

function afterQuote(rest: string, at: number, input: string, line: number): MalformedInput {
  const expected = "a comma or the end of the row after the closing quote";
  return new MalformedInput({ input, line, column: at + 1, expected, found: excerpt(rest) });
}
