import type { Format, Head, Reading } from "./format.ts";
import { readSeparated, splitPlain, type Wanted } from "./separated.ts";
import { recogniseTable } from "./table-head.ts";

/**
 * Tab-separated values: one row a line, no quoting. `\t`, `\n`, `\r` and `\\` in a cell stand for the
 * character, as in Linear TSV and the output of databases; any other backslash is itself.
 */
export const tsv: Format = { name: "tsv", picks: true, signs: /\t/, recognise, read };

const ESCAPE = /\\([tnr\\])/g;
const MEANING: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };

function recognise(head: Head): string | null {
  return head.lines[0]?.includes("\t") ? recogniseTable(head, splitRow, "tabs") : null;
}

function read(reading: Reading) {
  return readSeparated(reading, () => splitRow);
}

function splitRow(line: string, _: unknown, wanted: Wanted = null): readonly string[] {
  const cells = splitPlain(line, "\t", wanted);
  return line.includes("\\") ? cells.map(unescapeCell) : cells;
}

function unescapeCell(cell: string): string {
  return cell.replace(ESCAPE, (_, letter: string) => MEANING[letter]!);
}
