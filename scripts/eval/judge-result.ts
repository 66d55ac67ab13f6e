import { isDeepStrictEqual } from "node:util";
import type { Expected } from "./task.ts";

/** How many of some answers are right. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

/** What a program wrote, held against what it should have written. */
export interface Score {
  /** All of it, and nothing beside it. */
  readonly isRight: boolean;
  /** What stood in the directive, and what its author never saw. */
  readonly given: Share;
  readonly unseen: Share;
}

/** Compare the NDJSON that a program wrote with what is expected. Pure. */
export function judgeResult(written: string, expected: Expected): Score {
  const rows = written.split("\n").filter(Boolean).map(parsed);
  return expected.kind === "results" ? judgeResults(rows, expected) : judgeRecords(rows, expected.records);
}

/** Nothing was written: every answer is missing. */
export function noScore(expected: Expected): Score {
  return { ...judgeResult("", expected), isRight: false };
}

function judgeResults(
  rows: readonly unknown[],
  { values, given }: Extract<Expected, { kind: "results" }>,
): Score {
  const right = values.map((value, at) => isDeepStrictEqual(rows[at], { result: value }));
  const share = (of: readonly boolean[]) => ({ right: of.filter(Boolean).length, all: of.length });
  return {
    isRight: right.every(Boolean) && rows.length === values.length,
    given: share(right.slice(0, given)),
    unseen: share(right.slice(given)),
  };
}

function judgeRecords(
  rows: readonly unknown[],
  records: Extract<Expected, { kind: "records" }>["records"],
): Score {
  const isRight =
    rows.length === records.length && records.every((record, at) => isSameRecord(rows[at], record));
  return { isRight, given: { right: 0, all: 0 }, unseen: { right: isRight ? 1 : 0, all: 1 } };
}

function isSameRecord(row: unknown, wanted: Readonly<Record<string, unknown>>): boolean {
  if (row === null || typeof row !== "object") return false;
  const found = row as Readonly<Record<string, unknown>>;
  const names = Object.keys(wanted);
  return (
    Object.keys(found).length === names.length && names.every((name) => isSameCell(found[name], wanted[name]))
  );
}

// Tables print numbers as they like; what is nested is compared as it is.
function isSameCell(found: unknown, wanted: unknown): boolean {
  if (typeof wanted === "object" || typeof found === "object") return isDeepStrictEqual(found, wanted);
  const [a, b] = [String(found), String(wanted)];
  return a === b || (a !== "" && b !== "" && Number(a) === Number(b));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
