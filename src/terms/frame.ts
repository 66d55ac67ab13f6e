import type { Finding } from "./verdict.ts";
import { visibleLine } from "./visible.ts";

const WIDTH = 100;
const BEFORE = 30;

const LABELS = { refuse: "refused", warn: "warning", note: "note" } as const;

/**
 * A finding with its line of source, as plain text of several lines: what, where (with carets), why, what to
 * write instead. Nothing of the source reaches the text raw; a long line is cut around the place.
 */
export function codeFrame(source: string, finding: Finding): string {
  const { range, rule, severity, message, reason, hint, related = [] } = finding;
  const number = String(range.line);
  const gutter = " ".repeat(number.length);
  const { code, carets } = excerpt(lineAt(source, range.start), finding);
  return [
    `${LABELS[severity]}: ${visibleLine(message)} [${rule}]`,
    `  ${number} | ${code}`.trimEnd(),
    `  ${gutter} | ${carets}`.trimEnd(),
    ...related.map((one) => `  ${gutter} see: line ${one.range.line}: ${visibleLine(one.message)}`),
    `  ${gutter} why: ${visibleLine(reason)}`,
    ...(hint === undefined ? [] : [`  ${gutter} try: ${visibleLine(hint)}`]),
  ].join("\n");
}

function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return source.slice(start, end === -1 ? undefined : end).replace(/\r$/, "");
}

/** The visible part of a line, and carets under the place. Both are made visible piece by piece, to line up. */
function excerpt(line: string, { range }: Finding): { code: string; carets: string } {
  const to = range.endLine === range.line ? range.endColumn : line.length;
  const from = line.length > WIDTH ? Math.max(0, Math.min(range.column - BEFORE, line.length - WIDTH)) : 0;
  const end = Math.min(line.length, from + WIDTH);
  const last = Math.max(range.column, Math.min(to, end));
  const before = (from > 0 ? "…" : "") + shown(line.slice(from, range.column));
  const at = shown(line.slice(range.column, last));
  const after = shown(line.slice(last, end)) + (end < line.length ? "…" : "");
  return {
    code: before + at + after,
    carets: " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(at))),
  };
}

function shown(text: string): string {
  return visibleLine(text.replace(/\t/g, "  "));
}

// East Asian wide letters and emoji take two columns on a terminal.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function columns(text: string): number {
  let width = 0;
  for (const letter of text) width += /\p{M}|\ufe0f/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}
