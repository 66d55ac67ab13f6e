import { exampleDiff } from "../../terms/example-diff.ts";
import type { ExampleResult } from "../../terms/judge-example.ts";
import type { StageResult } from "../../terms/verdict.ts";
import { visibleLine } from "../../terms/visible.ts";
import { cells, type Line, line, span } from "../line.ts";

const ROWS_MOST = 5;
const EXAMPLES_MOST = 3;
const INDENT = "  ";

/** What the stages that ran the draft came to: the first rows of a trial, and the examples that were not met. */
export function executedRows(stages: readonly StageResult[], columns: number): Line[] {
  // What is not as wanted comes first: not all of it may have room.
  return stages
    .toReversed()
    .flatMap(({ stage, rows, examples }) => [
      ...(rows === undefined ? [] : trialRows(rows, columns)),
      ...(stage === "examples" ? failedRows(examples ?? [], columns) : []),
    ]);
}

function trialRows(rows: readonly string[], columns: number): Line[] {
  const shown = rows.slice(0, ROWS_MOST).map((row, at) => oneRow(`${INDENT}${at + 1} ${row}`, columns));
  return [oneRow("the trial gave, at first:", columns, "dim"), ...shown];
}

function failedRows(results: readonly ExampleResult[], columns: number): Line[] {
  const failed = results.flatMap((result, at) =>
    result.status === "passed" ? [] : [{ result, number: at + 1 }],
  );
  const left = failed.length - EXAMPLES_MOST;
  return [
    ...failed.slice(0, EXAMPLES_MOST).flatMap(({ result, number }) => [
      oneRow(`example ${number} ${result.status}: ${result.why}`, columns, "bad"),
      ...exampleDiff(result)
        .split("\n")
        .filter((row) => row !== "")
        .map((row) =>
          oneRow(
            `${INDENT}${row}`,
            columns,
            row.startsWith("-") ? "good" : row.startsWith("+") ? "bad" : "dim",
          ),
        ),
    ]),
    ...(left > 0 ? [line(span(`and ${left} more`, "dim"))] : []),
  ];
}

/** One row of the terminal, whatever stands in it; what does not fit is left out. */
function oneRow(text: string, columns: number, tone: "good" | "bad" | "dim" | null = null): Line {
  const shown = visibleLine(text.replaceAll("\t", "  "));
  if (cells(shown) <= columns) return line(span(shown, tone));
  let cut = shown.slice(0, columns);
  while (cells(cut) > columns - 1) cut = cut.slice(0, -1);
  return line(span(`${cut}…`, tone));
}
