import { csv } from "./csv.ts";
import type { Head } from "./format.ts";
import { tsv } from "./tsv.ts";

const TITLE_LINES_MOST = 10;

/**
 * What is said of a table with lines above it that have nothing between cells, as reports have their title there; null
 * where there is none such. They are not left out: what a title is, only a person can say.
 */
export function titledTable(head: Head): string | null {
  const above = head.lines.slice(0, TITLE_LINES_MOST + 1).findIndex((line) => /[,;|\t]/.test(line));
  if (above < 1 || !head.header) return null;
  const text = head.text.split("\n").slice(above).join("\n");
  const rest = { ...head, text, lines: head.lines.slice(above) };
  const why = tsv.recognise(rest) ?? csv.recognise(rest);
  if (why === null) return null;
  const where = `line ${above + 1}`;
  return `a table begins at ${where} (${why}); where a title stands above it, leave that out: tail -n +${above + 1} FILE | writ …`;
}
