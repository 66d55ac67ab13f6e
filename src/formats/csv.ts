import type { Format, Head, Reading } from "./format.ts";
import type { LineIterator } from "./line-iterator.ts";
import { excerpt, MalformedInput } from "./malformed-input.ts";
import {
  checkCellSize,
  readSeparated,
  type SplitRow,
  splitPlain,
  type Wanted,
  withoutReturn,
} from "./separated.ts";
import { recogniseTable } from "./table-head.ts";

/**
 * Comma-separated values after RFC 4180: quoted cells may hold commas, newlines and doubled quotes; LF or
 * CRLF. Every value is a string, as it stands. A quote inside an unquoted cell is an ordinary character.
 * Semicolons or bars between cells, and single quotes around them, are seen by the first line; or it is `sep=;`, as
 * Excel writes and reads it, and names what stands between cells.
 */
export const csv: Format = { name: "csv", picks: true, signs: /[,;|]|^sep=\t/, recognise, read };

function recognise(head: Head): string | null {
  const named = separatorNamed(head.lines[0] ?? "");
  if (named !== null) {
    const rest = { ...head, lines: head.lines.slice(1), text: head.text.replace(/^[^\n]*\n/, "") };
    return recogniseTable(rest, splitter(rest.lines[0] ?? "", "", named), SEPARATORS[named]);
  }
  const first = head.lines[0] ?? "";
  const { separator } = dialectOf(first);
  return first.includes(separator) ? recogniseTable(head, splitter(first, ""), SEPARATORS[separator]) : null;
}

function read(reading: Reading) {
  let named: Dialect["separator"] | null = null;
  return readSeparated(reading, (line, input) => {
    if (named !== null) return splitter(line, input, named);
    named = separatorNamed(line);
    return named === null ? splitter(line, input) : null;
  });
}

/** What `sep=;` names; null where a line is none such. */
function separatorNamed(line: string): Dialect["separator"] | null {
  const [, mark] = /^"?sep=([,;|\t])"?$/i.exec(line) ?? [];
  return mark === undefined ? null : (mark as Dialect["separator"]);
}

/** What stands between cells, and what they are called together. */
const SEPARATORS = { ",": "commas", ";": "semicolons", "|": "bars", "\t": "tabs" } as const;

interface Dialect {
  readonly separator: keyof typeof SEPARATORS;
  readonly quote: '"' | "'";
}

/** The separator that is most frequent outside quotes, a comma where none is; and the quote of the first cell. */
function dialectOf(line: string): Dialect {
  const quote = /^'[^']*'(?:[,;|]|$)/.test(line) ? "'" : '"';
  const plain = line.replace(quote === "'" ? /'[^']*(?:'|$)/g : /"[^"]*(?:"|$)/g, "");
  let separator: Dialect["separator"] = ",";
  for (const one of [";", "|"] as const)
    if (plain.split(one).length > plain.split(separator).length) separator = one;
  return { separator, quote };
}

function splitter(firstLine: string, input: string, named?: Dialect["separator"]): SplitRow {
  const dialect = { ...dialectOf(firstLine), ...(named && { separator: named }), input };
  const { separator, quote } = dialect;
  return (line, lines, wanted) =>
    line.includes(quote)
      ? splitQuoted(line, lines, { ...dialect, wanted })
      : splitPlain(line, separator, wanted);
}

function splitQuoted(
  first: string,
  lines: LineIterator,
  { separator, quote: mark, input, wanted }: Dialect & { readonly input: string; readonly wanted: Wanted },
): readonly string[] {
  const cells: string[] = [];
  let line = first;
  let at = 0;
  for (;;) {
    const isWanted = wanted === null || wanted[cells.length] === true;
    if (line[at] === mark) cells.push(shortCell(isWanted) ?? quotedCell());
    else {
      const found = line.indexOf(separator, at);
      const end = found === -1 ? line.length : found;
      const cell = isWanted ? line.slice(at, end) : "";
      cells.push(found === -1 ? withoutReturn(cell) : cell);
      at = end;
    }
    if (at === line.length) return cells;
    at++;
  }

  // A cell without doubled quotes that is followed by another on its line: most are.
  function shortCell(isWanted: boolean): string | null {
    const close = line.indexOf(mark, at + 1);
    if (close === -1 || line[close + 1] !== separator) return null;
    const from = at + 1;
    at = close + 1;
    return isWanted ? line.slice(from, close) : "";
  }

  // Moves `at` behind the closing quote, over further lines where the cell goes on there.
  function quotedCell(): string {
    const opened = lines.number;
    const column = at + 1;
    let cell = "";
    let from = at + 1;
    for (;;) {
      const quote = line.indexOf(mark, from);
      if (quote === -1) {
        const next = lines.readRaw();
        if (next === null) throw unclosed(input, opened, column);
        cell += `${line.slice(from)}\n`;
        checkCellSize(cell, input, opened, lines.lineBytesMost);
        line = next;
        from = 0;
      } else if (line[quote + 1] === mark) {
        cell += line.slice(from, quote + 1);
        from = quote + 2;
      } else {
        const rest = withoutReturn(line.slice(quote + 1));
        at = rest === "" ? line.length : quote + 1;
        if (rest !== "" && rest[0] !== separator)
          throw afterQuote(rest, at, { separator, input, line: lines.number });
        return cell + line.slice(from, quote);
      }
    }
  }
}

function unclosed(input: string, line: number, column: number): MalformedInput {
  const expected = "a closing quote for the cell that opens here";
  return new MalformedInput({ input, line, column, expected, found: "the end of the input" });
}

function afterQuote(
  rest: string,
  at: number,
  {
    separator,
    ...place
  }: { readonly separator: Dialect["separator"]; readonly input: string; readonly line: number },
): MalformedInput {
  const expected = `a ${SEPARATORS[separator].slice(0, -1)} or the end of the row after the closing quote`;
  return new MalformedInput({ ...place, column: at + 1, expected, found: excerpt(rest) });
}
