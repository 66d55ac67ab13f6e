import type { ExampleResult } from "./judge-example.ts";

const LINES_MOST = 12;
const LINE_UNITS_MOST = 200;
const CONTEXT_LINES = 1;

/**
 * What was wanted (`-`) and what came (`+`), as few lines as show it; empty where it passed. What is equal at the
 * beginning and at the end is left out but for a line; what is too long is cut, and it says so.
 */
export function exampleDiff({
  status,
  wanted,
  got,
}: Pick<ExampleResult, "status" | "wanted" | "got">): string {
  if (status === "passed") return "";
  const start = equalFromStart(wanted, got);
  const end = equalFromEnd(wanted.slice(start), got.slice(start));
  return [
    ...wanted.slice(Math.max(0, start - CONTEXT_LINES), start).map((line) => `  ${cut(line)}`),
    ...marked("-", wanted.slice(start, wanted.length - end)),
    ...marked("+", got.slice(start, got.length - end)),
  ].join("\n");
}

function marked(sign: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, LINES_MOST).map((line) => `${sign} ${cut(line)}`);
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, `${sign} … ${left} more ${left === 1 ? "line" : "lines"}`];
}

function equalFromStart(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((line, index) => line !== b[index]);
  return at === -1 ? a.length : at;
}

function equalFromEnd(a: readonly string[], b: readonly string[]): number {
  return Math.min(equalFromStart(a.toReversed(), b.toReversed()), a.length, b.length);
}

function cut(line: string): string {
  return line.length > LINE_UNITS_MOST ? `${line.slice(0, LINE_UNITS_MOST)}…` : line;
}
