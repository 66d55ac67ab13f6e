import type { Finding, Severity } from "../terms/verdict.ts";
import { cells, type Line, line, span, type Tone } from "./line.ts";
import { wrap } from "./wrap.ts";

const SEVERITIES: Record<Severity, { readonly word: string; readonly tone: Tone }> = {
  refuse: { word: "refused", tone: "bad" },
  warn: { word: "warning", tone: "warn" },
  note: { word: "note", tone: "accent" },
};

/** A column further right than this many cells before the edge leaves no room for a message under it. */
const MESSAGE_CELLS_LEAST = 24;

/**
 * Code with line numbers, each finding under the line it is about: the rows of each line. Long lines are
 * broken, never cut.
 */
export function codeRows(
  code: string,
  findings: readonly Finding[],
  columns: number,
): readonly (readonly Line[])[] {
  const lines = code.replace(/\n$/, "").split("\n");
  const digits = String(lines.length).length;
  const byLine = Map.groupBy(findings, ({ range }) => Math.min(Math.max(range.line, 1), lines.length));
  return lines.map((text, index) => {
    const number = `${String(index + 1).padStart(digits)} │ `;
    const numbered = line(span(number, "dim"), shownCode(text));
    const under = (byLine.get(index + 1) ?? []).flatMap((one) => findingRows(one, text, digits, columns));
    return [...wrap(numbered, { columns, hang: cells(number), breakAt: "anywhere" }), ...under];
  });
}

/** How a finding's severity is called and toned. */
export function severityOf(finding: Finding): { readonly word: string; readonly tone: Tone } {
  return SEVERITIES[finding.severity];
}

function findingRows(finding: Finding, text: string, digits: number, columns: number): Line[] {
  const gutter = `${" ".repeat(digits)} │ `;
  const before = cells(span(shownCode(text.slice(0, finding.range.column))).text);
  const hasRoom = cells(gutter) + before + MESSAGE_CELLS_LEAST <= columns;
  const { word, tone } = severityOf(finding);
  const mark = hasRoom ? `${" ".repeat(before)}^ ` : "^ ";
  const place = hasRoom ? "" : ` (column ${finding.range.column + 1})`;
  const hang = cells(gutter) + cells(mark);
  const head = line(
    span(gutter, "dim"),
    span(`${mark}${word}${place}: `, tone),
    finding.message,
    span(` [${finding.rule}]`, "dim"),
  );
  const indent = `${gutter}${" ".repeat(cells(mark))}`;
  const more = [finding.severity === "note" ? "" : finding.reason, finding.hint ?? ""].filter(Boolean);
  return [head, ...more.map((sentence) => line(span(`${indent}${sentence}`, "dim")))].flatMap((one) =>
    wrap(one, { columns, hang }),
  );
}

function shownCode(text: string): string {
  return text.replaceAll("\t", "  ");
}
