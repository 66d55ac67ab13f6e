import type { Head } from "./format.ts";

const ROWS_LEAST = 4;
const ROWS_LOOKED_AT = 50;
/** Of the rows after the first, so many have its two cells. */
const SHARE_LEAST = 0.7;
const SEPARATORS = [
  { separator: ",", words: "commas", format: "csv" },
  { separator: ";", words: "semicolons", format: "csv" },
  { separator: "\t", words: "tabs", format: "tsv" },
] as const;

/**
 * What is said of lines that may be a table of two columns with ragged rows, which no reader takes them for: one comma
 * a line happens by chance. Null where they are not like one.
 */
export function nearlyTable({ lines, header }: Head): string | null {
  const [first = "", ...rows] = lines.filter((line) => line.trim() !== "").slice(0, ROWS_LOOKED_AT);
  if (!header || rows.length + 1 < ROWS_LEAST) return null;
  for (const { separator, words, format } of SEPARATORS) {
    const names = first.split(separator);
    if (names.length !== 2 || !names.every(isPlainName)) continue;
    const like = rows.filter((row) => row.split(separator).length === 2).length;
    if (like < rows.length * SHARE_LEAST) continue;
    return `${like} of the ${rows.length} rows after its first have 2 cells between ${words}; if it is a table, say --from ${format}, and --ragged fill or skip for the others`;
  }
  return null;
}

/** One word, as names of columns mostly are and the beginnings of sentences are not. */
function isPlainName(cell: string): boolean {
  return /^"?[\p{L}_][\p{L}\d_.-]{0,40}"?\r?$/u.test(cell.trim());
}
