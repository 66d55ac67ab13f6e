import type { Failure } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { formatMs } from "../../terms/limit.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import { PROMPT } from "../editor/layout.ts";
import type { Size } from "../frame.ts";
import { type Line, line, span, type Tone } from "../line.ts";
import { cut, wrap } from "../wrap.ts";
import { countWords, type Progress, type ShellResult } from "./result.ts";
import { type HeadRow, resultLines } from "./result-head.ts";

/** Rows of the screen that a finished result leaves to what comes after it. */
const ROWS_LEFT = 5;
const RESULT_ROWS_LEAST = 4;

/** What was sent, as it stays above what came of it. A long paste is cut. */
export function sentBlock(text: string, { columns, rows }: Size): readonly Line[] {
  const lines = text.trimEnd().split("\n");
  const most = Math.max(3, Math.floor(rows / 2));
  const shown = lines.slice(0, most).map((one, index) => {
    const mark = index === 0 ? PROMPT : " ".repeat(PROMPT.length);
    return line(span(mark, "accent"), span(one.replaceAll("\t", "  "), "strong"));
  });
  const more = lines.length > most ? [line(span(`  … and ${lines.length - most} more lines`, "dim"))] : [];
  const cells = columns * most;
  return [
    [],
    ...[...shown, ...more].flatMap((one) => wrap(cut(one, cells), { columns, hang: PROMPT.length })),
  ];
}

/** How a run ended: the first rows, how many are not shown, the outcome in one sentence. */
export function outcomeBlock(
  run: {
    readonly outcome: Outcome;
    readonly head: readonly HeadRow[];
    readonly progress: Progress;
    readonly result: ShellResult | null;
    /** Whether what the run said on its stderr was printed already. */
    readonly wasHeard: boolean;
  },
  size: Size,
): readonly Line[] {
  const { head, progress } = run;
  const most = Math.max(RESULT_ROWS_LEAST, size.rows - ROWS_LEFT);
  const { lines, shown, columnsLeftOut } = resultLines(head, { columns: size.columns, most });
  const hidden = Math.max(0, progress.rows - shown, head.length - shown);
  const more = moreLines({ rows: hidden, columns: columnsLeftOut });
  return [...lines, ...more, ...said(outcomeLine(run), size.columns)];
}

function moreLines({ rows, columns }: { readonly rows: number; readonly columns: number }): readonly Line[] {
  const left = [
    ...(rows > 0 ? [`${rows.toLocaleString("en-US")} more`] : []),
    ...(columns > 0 ? [`${columns} more ${columns === 1 ? "column" : "columns"} (/open shows them)`] : []),
  ];
  return left.length === 0 ? [] : [line(span(`… and ${left.join(", ")}`, "dim"))];
}

function outcomeLine({ outcome, result, wasHeard }: Parameters<typeof outcomeBlock>[0]): Line {
  const counted = result === null ? "no result" : countWords(result, result.form);
  const took = ` in ${formatMs(outcome.wallMs)}`;
  const name = result === null ? [] : [span(`_${result.number} `, "accent")];
  if (outcome.kind === "done") return line(...name, span(counted + took, "good"));
  const { sentence, said: isSaid, exitCode } = wordOutcome(outcome);
  const after = formatMs(outcome.wallMs);
  const until = result === null ? "" : `; ${counted} until then`;
  if (outcome.kind === "stopped") return line(...name, span(`stopped after ${after}${until}`, "warn"));
  const words =
    isSaid && wasHeard
      ? `failed after ${after} (exit code ${exitCode}${until})`
      : `${sentence.trimEnd().split("\n").at(-1)} (after ${after}${until})`;
  return line(...name, span(words, "bad"));
}

/** A failure of the catalogue: what could not be done, then what to do about it. */
export function failureBlock(failure: Failure, columns: number): readonly Line[] {
  const { title, help } = wordFailure(failure);
  return problemBlock(title, help, columns);
}

export function problemBlock(problem: string, help: string, columns: number): readonly Line[] {
  const title = problem.split("\n").map((one) => line(span(one, "bad")));
  const rest = help === "" ? [] : [line(span(`  ${help}`, "dim"))];
  return [...title, ...rest].flatMap((one) => wrap(one, { columns, hang: 2 }));
}

/** A text of several lines, each wrapped. */
export function textBlock(text: string, columns: number): readonly Line[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.flatMap((one) => wrap(line(one.replaceAll("\t", "  ")), { columns, hang: 2 }));
}

/** One sentence. */
export function noteBlock(text: string, columns: number, tone: Tone = "dim"): readonly Line[] {
  return said(line(span(text, tone)), columns);
}

function said(one: Line, columns: number): readonly Line[] {
  return wrap(one, { columns });
}
