import type { Highlight, Lines } from "../terms/highlight.ts";
import type { Finding, Severity } from "../terms/verdict.ts";
import { shownCode, spansByLine } from "./code-spans.ts";
import { cells, type Line, line, plain, type Span, span, type Tone } from "./line.ts";
import { wrap } from "./wrap.ts";
import { wrapCode } from "./wrap-code.ts";

const SEVERITIES: Record<Severity, { readonly word: string; readonly tone: Tone }> = {
  refuse: { word: "refused", tone: "bad" },
  warn: { word: "warning", tone: "warn" },
  note: { word: "note", tone: "accent" },
};

/**
 * Code with line numbers, each finding under the line it is about: the rows of each line. Long lines are
 * broken, never cut.
 */
export function codeRows(
  code: string,
  findings: readonly Finding[],
  columns: number,
): readonly (readonly Line[])[] {
  const lines = codeLines(code);
  const digits = digitsOf(lines);
  const byLine = Map.groupBy(findings, ({ range }) => Math.min(Math.max(range.line, 1), lines.length));
  return lines.map((text, index) => {
    const under = (byLine.get(index + 1) ?? []).flatMap((one) => findingRows(one, text, digits, columns));
    return [...lineRows([span(shownCode(text))], index + 1, digits, columns), ...under];
  });
}

/**
 * The same rows with the colours of code, where `lines` are those of `groups`. Colours never change what is
 * shown: where they would, the rows stay as they are.
 */
export function colouredRows(
  groups: readonly (readonly Line[])[],
  lines: Lines,
  { code, columns, highlight }: { code: string; columns: number; highlight: Highlight },
): readonly (readonly Line[])[] {
  const texts = codeLines(code);
  const digits = digitsOf(texts);
  const byLine = spansByLine(texts, lines, highlight(code, lines));
  return groups.map((rows, index) => {
    const coloured = lineRows(byLine[index] ?? [], lines.from + index + 1, digits, columns);
    const isSame = coloured.every((row, at) => rows[at] !== undefined && plain(row) === plain(rows[at]));
    return isSame ? [...coloured, ...rows.slice(coloured.length)] : rows;
  });
}

/** The lines of a code; the newline that ends it begins no line. */
export function codeLines(code: string): readonly string[] {
  return code.replace(/\n$/, "").split("\n");
}

function digitsOf(lines: readonly string[]): number {
  return String(lines.length).length;
}

function lineRows(text: readonly Span[], number: number, digits: number, columns: number): readonly Line[] {
  const gutter = `${String(number).padStart(digits)} │ `;
  return wrapCode(line(span(gutter, "dim"), ...text), { columns, hang: cells(gutter) });
}

/** How a finding's severity is called and toned. */
export function severityOf(finding: Finding): { readonly word: string; readonly tone: Tone } {
  return SEVERITIES[finding.severity];
}

function findingRows(finding: Finding, text: string, digits: number, columns: number): Line[] {
  const gutter = `${" ".repeat(digits)} │ `;
  const { word, tone } = severityOf(finding);
  const { above, mark, where } = markOf(finding, text, {
    room: columns - cells(gutter),
    half: Math.floor(columns / 2) - cells(gutter),
  });
  const hang = cells(gutter) + cells(mark);
  const head = line(
    span(gutter, "dim"),
    span(`${mark}${word}${where}: `, tone),
    finding.message,
    span(` [${finding.rule}]`, "dim"),
  );
  const indent = `${gutter}${" ".repeat(cells(mark))}`;
  const more = [
    ...(finding.related ?? []).map(({ range, message }) => `see line ${range.line}: ${message}`),
    ...(finding.severity === "note" ? [] : [finding.reason]),
    ...(finding.hint ? [finding.hint] : []),
  ];
  const carets = above === "" ? [] : [line(span(gutter, "dim"), span(above, tone))];
  const rows = [head, ...more.map((sentence) => line(span(`${indent}${sentence}`, "dim")))].flatMap((one) =>
    wrap(one, { columns, hang }).map((row, index) => (index === 0 ? row : withGutter(row, gutter))),
  );
  return [...carets, ...rows];
}

/** Carets above a message or before it, and the words that say where the place is if they cannot. */
interface Mark {
  readonly above: string;
  readonly mark: string;
  readonly where: string;
}

/**
 * The message stands beside the carets where that leaves it half of the row: its other rows begin below it then. Further
 * right the carets have a row of their own; what does not begin on the first row of its line is told by its column.
 */
function markOf(finding: Finding, text: string, { room, half }: { room: number; half: number }): Mark {
  const { range } = finding;
  const before = cellsOf(text.slice(0, range.column));
  const end = range.endLine === range.line ? range.endColumn : text.length;
  const size = Math.max(1, cellsOf(text.slice(range.column, end)));
  const fits = [size, 1].find((carets) => before + carets + 1 <= half);
  const indent = " ".repeat(before);
  if (fits !== undefined) return { above: "", mark: `${indent}${"^".repeat(fits)} `, where: "" };
  const isOnFirstRow = before + 1 <= room && cellsOf(text) <= room;
  if (!isOnFirstRow) return { above: "", mark: "^ ", where: ` (column ${range.column + 1})` };
  return { above: `${indent}${"^".repeat(Math.min(size, room - before))}`, mark: "", where: "" };
}

/** The row with the gutter at the start of its indent, where that is as wide. */
function withGutter([indent, ...rest]: Line, gutter: string): Line {
  if (indent === undefined || !/^ *$/.test(indent.text) || indent.text.length < cells(gutter)) {
    return indent === undefined ? rest : [indent, ...rest];
  }
  return line(span(gutter, "dim"), span(indent.text.slice(cells(gutter))), ...rest);
}

function cellsOf(text: string): number {
  return cells(span(shownCode(text)).text);
}
