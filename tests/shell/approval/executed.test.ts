import { expect, test } from "vitest";
import { executedRows } from "../../../src/shell/approval/executed.ts";
import { cells, plain } from "../../../src/shell/line.ts";
import type { ExampleResult } from "../../../src/terms/judge-example.ts";
import type { StageResult } from "../../../src/terms/verdict.ts";

const TRIAL: StageResult = {
  ...{ stage: "trial", status: "passed", detail: "2 rows", findings: [] },
  rows: ['{"a":1}', "\u001b[31mred\u202e"],
};
const failed: ExampleResult = {
  example: { in: "a", out: "b" },
  status: "failed",
  why: "line 1 is another",
  wanted: ["b"],
  got: ["c\u001b]0;x\u0007"],
};
const examples = (results: readonly ExampleResult[]): StageResult => ({
  ...{ stage: "examples", status: "failed", detail: "", findings: [] },
  examples: results,
});
const shown = (stages: readonly StageResult[], columns = 80) => executedRows(stages, columns).map(plain);

test("the first rows of a trial are shown, control characters made visible", () => {
  expect(shown([TRIAL])).toEqual([
    "the trial gave, at first:",
    '  1 {"a":1}',
    expect.not.stringMatching(/[\u001b\u202e]/),
  ]);
});

test("examples that were not met are shown with what was wanted and what came", () => {
  const passed = { ...failed, status: "passed" as const };
  expect(shown([examples([passed, failed])])).toEqual([
    "example 2 failed: line 1 is another",
    "  - b",
    expect.stringMatching(/^ {2}\+ c[^\u001b\u0007]+$/),
  ]);
});

test("many are counted", () => {
  expect(shown([examples(Array(5).fill(failed))]).at(-1)).toBe("and 2 more");
});

test.each([10, 20, 40])("nothing is wider than %i columns", (columns) => {
  const wide = { ...TRIAL, rows: ["界".repeat(100), "x".repeat(500), "\t".repeat(30)] };
  for (const row of shown([wide, examples([failed])], columns).slice(1))
    expect(cells(row)).toBeLessThanOrEqual(columns);
});

test("a stage that did not run shows nothing", () => {
  expect(shown([{ stage: "trial", status: "not-run", detail: "not asked for", findings: [] }])).toEqual([]);
});
