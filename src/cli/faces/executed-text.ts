import { exampleDiff } from "../../terms/example-diff.ts";
import type { ExampleResult } from "../../terms/judge-example.ts";
import type { StageResult } from "../../terms/verdict.ts";
import { visibleLine } from "../../terms/visible.ts";

/** What the stages that ran the draft came to, as lines: the first rows of a trial, the examples that were not met. */
export function executedLines({ rows = [], examples = [] }: StageResult): readonly string[] {
  return [...rows.map((row, at) => `  ${at + 1} ${visibleLine(row)}`), ...failedLines(examples)];
}

/** Each example that was not met, numbered from 1, with what was wanted and what came. */
export function failedLines(results: readonly ExampleResult[]): readonly string[] {
  return results.flatMap((result, at) => {
    if (result.status === "passed") return [];
    const diff = exampleDiff(result)
      .split("\n")
      .filter((row) => row !== "");
    return [`  example ${at + 1} ${result.status}: ${result.why}`, ...diff.map((row) => `    ${row}`)].map(
      visibleLine,
    );
  });
}
