import { formatBytes } from "../../terms/limit.ts";
import { type Frame, rowsMost, type Size } from "../frame.ts";
import { type Line, line, span } from "../line.ts";
import { cut } from "../wrap.ts";
import type { Progress } from "./result.ts";
import { type HeadRow, resultLines } from "./result-head.ts";

/** A run on its way. */
export interface RunningState {
  readonly title: string;
  readonly startedMs: number;
  readonly nowMs: number;
  readonly progress: Progress;
  readonly head: readonly HeadRow[];
  readonly isStopping: boolean;
}

/** The first rows as they come, and how far it is. */
export function runningFrame(state: RunningState, size: Size): Frame {
  const most = Math.max(0, rowsMost(size) - 1);
  const { lines } = resultLines(state.head, { columns: size.columns, most });
  return { rows: [...lines, statusLine(state, size.columns)] };
}

function statusLine({ startedMs, nowMs, progress, isStopping, title }: RunningState, columns: number): Line {
  const elapsed = `${((nowMs - startedMs) / 1000).toFixed(1)} s`;
  const counts = `${progress.rows.toLocaleString("en-US")} rows · ${formatBytes(progress.bytes)}`;
  const stops = isStopping ? "stopping" : "Esc stops";
  const short = line(
    span(isStopping ? "stopping" : "running", "accent"),
    span(` ${elapsed} · ${counts}`, "dim"),
  );
  const full = [...short, span(` · ${stops}`, "dim"), span(` · ${title}`, "dim")];
  return cut(full, columns);
}
