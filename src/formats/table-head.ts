import type { Head } from "./format.ts";
import { LineIterator } from "./line-iterator.ts";
import { MalformedInput } from "./malformed-input.ts";
import { memorySource } from "./memory-source.ts";
import type { SplitRow } from "./separated.ts";

const ROWS_LOOKED_AT = 50;
const NAME_CHARACTERS_MOST = 64;
const NAME_WORDS_MOST = 5;

/**
 * Whether a head is a table with a header, and why. Prose and logs have commas too, so this is strict: at
 * least two columns, names that look like names, and rows that have as many cells.
 */
export function recogniseTable(head: Head, split: SplitRow, separators: string): string | null {
  const rows = headRows(head, split);
  const names = rows?.[0];
  if (!rows || !names || names.length < 2) return null;
  // Two columns are one comma a line, which happens by chance; a row or two prove less than three.
  const rowsLeast = names.length === 2 && !head.complete ? 4 : 2;
  if (rows.length < rowsLeast || (head.header && !areNames(names))) return null;
  const ragged = rows.filter((row) => row.length !== names.length).length;
  // A broken row among many of three cells or more is to be reported, not a reason to take all of them for text.
  if (ragged > 0 && (names.length === 2 || ragged * 10 > rows.length)) return null;
  if (ragged > 0)
    return `${rows.length - ragged} of its first ${rows.length} rows have ${names.length} cells each between ${separators}`;
  if (!head.header)
    return `its first ${rows.length} rows have ${names.length} cells each between ${separators}`;
  const more = rows.length === 2 ? "the next row has" : `the next ${rows.length - 1} rows have`;
  return `its first line names ${names.length} columns, and ${more} as many cells between ${separators}`;
}

/** The first rows, without one that the head cuts short; null where they cannot be split. */
function headRows({ text, complete }: Head, split: SplitRow): readonly (readonly string[])[] | null {
  const whole = complete ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  const source = memorySource(new TextEncoder().encode(whole));
  const lines = new LineIterator({ source, input: "" });
  const rows: (readonly string[])[] = [];
  try {
    for (let line = lines.readRaw(); line !== null; line = lines.readRaw()) {
      if (line !== "" && line !== "\r") rows.push(split(line, lines, null));
      if (rows.length === ROWS_LOOKED_AT) break;
    }
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    if (complete) return null;
  }
  return rows;
}

function areNames(names: readonly string[]): boolean {
  // Spreadsheets write columns without a name, mostly at the end.
  const named = names.filter((name) => name.trim() !== "");
  return named.length >= 2 && named.length * 2 >= names.length && named.every(isName);
}

function isName(cell: string): boolean {
  const name = cell.trim();
  if (name.length > NAME_CHARACTERS_MOST || name.split(/\s+/).length > NAME_WORDS_MOST) return false;
  return /^[\p{L}_#@$%(]/u.test(name) && !/[;:!?]$/.test(name);
}
