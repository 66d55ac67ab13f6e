import { type Example, lineCount, linesOf, wantedItems } from "./example.ts";
import type { Outcome } from "./outcome.ts";
import { wordOutcome } from "./outcome-wording.ts";
import { firstMismatch, type Mismatch, projected } from "./partial-match.ts";

/** What a run of an example gave: its result as a pipe gets it, and how it ended. */
export interface ExampleRan {
  readonly stdout: string;
  readonly outcome: Outcome;
}

/**
 * What came of one example. `crashed`: the run itself ended where a result was expected. `why` is one clause, empty
 * where it passed; `wanted` and `got` are lines that can be put side by side.
 */
export interface ExampleResult {
  readonly example: Example;
  readonly status: "passed" | "failed" | "crashed";
  readonly why: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
}

type Difference = Pick<ExampleResult, "why" | "wanted" | "got">;

/** Hold a run against what its example expects. Pure. */
export function judgeExample(example: Example, ran: ExampleRan): ExampleResult {
  const { sentence } = wordOutcome(ran.outcome);
  if (ran.outcome.kind === "done") {
    const difference = differenceIn(example, ran.stdout);
    if (difference === null) return { example, status: "passed", why: "", wanted: [], got: [] };
    return { example, status: "failed", ...difference };
  }
  if (example.error === undefined || !SAYS_SOMETHING.has(ran.outcome.kind)) {
    return { example, status: "crashed", why: firstLine(sentence), wanted: [], got: linesOf(sentence) };
  }
  const rest = wordsOf(sentence);
  if (rest.includes(wordsOf(example.error)))
    return { example, status: "passed", why: "", wanted: [], got: [] };
  const why = "it failed with another message";
  return { example, status: "failed", why, wanted: linesOf(example.error), got: linesOf(sentence) };
}

/** Endings that are the code's own word; the others are limits and the machine's. */
const SAYS_SOMETHING = new Set<Outcome["kind"]>(["failed", "usage", "malformed"]);

function differenceIn(
  { out, like, lines, error, in: input = "" }: Example,
  stdout: string,
): Difference | null {
  if (error !== undefined) {
    return { why: "it was to fail and did not", wanted: linesOf(error), got: linesOf(stdout) };
  }
  return (
    (out === undefined ? null : textDifference(out, stdout)) ??
    (like === undefined ? null : itemsDifference(wantedItems(like), linesOf(stdout))) ??
    (lines === undefined ? null : countDifference(lines === "in" ? lineCount(input) : lines, stdout))
  );
}

function textDifference(out: string, stdout: string): Difference | null {
  if (ended(out) === ended(stdout)) return null;
  const [wanted, got] = [linesOf(out), linesOf(stdout)];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  const why =
    wanted.length !== got.length && (at === -1 || at >= got.length)
      ? `${counted(got.length)}, wanted ${wanted.length}`
      : `line ${(at === -1 ? wanted.length : at) + 1} is another`;
  return { why, wanted, got };
}

function itemsDifference(wanted: readonly unknown[], lines: readonly string[]): Difference | null {
  const items = lines.map(itemOf);
  for (const [at, want] of wanted.entries()) {
    if (at >= items.length) break;
    const mismatch = itemMismatch(want, lines[at]!, items[at]);
    if (mismatch) return { why: `item ${at + 1}: ${wordMismatch(mismatch)}`, ...sides(wanted, lines, items) };
  }
  if (items.length === wanted.length) return null;
  const why = `${items.length} ${items.length === 1 ? "item" : "items"}, wanted ${wanted.length}`;
  return { why, ...sides(wanted, lines, items) };
}

/** A text is like a line that reads so, be it a number. */
function itemMismatch(wanted: unknown, line: string, item: unknown): Mismatch | null {
  return typeof wanted === "string" && wanted === line ? null : firstMismatch(wanted, item);
}

function sides(wanted: readonly unknown[], lines: readonly string[], items: readonly unknown[]) {
  return {
    wanted: wanted.map(written),
    got: items.map((item, at) => {
      const want = wanted[at];
      return typeof item === "object" ? written(projected(want, item)) : lines[at]!;
    }),
  };
}

function countDifference(wanted: number, stdout: string): Difference | null {
  const got = lineCount(stdout);
  if (got === wanted) return null;
  const why = `${counted(got)}, wanted ${wanted}`;
  return { why, wanted: [counted(wanted)], got: [counted(got), ...linesOf(stdout)] };
}

/** An item of a result as a pipe gets it: NDJSON, or a line of text. */
export function itemOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function wordMismatch({ path, wanted, got }: Mismatch): string {
  const place = path === "" ? "" : `${path}: `;
  return `${place}wanted ${short(written(wanted))}, got ${got === undefined ? "nothing" : short(written(got))}`;
}

const SHORT_UNITS = 60;

function short(text: string): string {
  return text.length > SHORT_UNITS ? `${text.slice(0, SHORT_UNITS)}…` : text;
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function counted(lines: number): string {
  return `${lines} ${lines === 1 ? "line" : "lines"}`;
}

/** Line breaks are the terminal's affair. */
function wordsOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!;
}
