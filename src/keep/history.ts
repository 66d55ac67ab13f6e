import type { Draft } from "../terms/draft.ts";
import { appendLine } from "./append-line.ts";
import { stateUnusable } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** One line of the history: a directive with its draft, what was decided, how it ended. No data, no keys. */
export interface HistoryEntry {
  readonly v: 1;
  readonly at: string;
  readonly directive: string;
  readonly draft: Draft | null;
  /** What a model said in place of a draft, last; absent in what was written before it was kept. */
  readonly reply?: string | null;
  readonly decision: "yes" | "no" | "save" | null;
  readonly outcome: string | null;
  readonly failure: string | null;
  /** Absent in what was written before these were kept. `runMs`: null where nothing ran. */
  readonly exitCode?: number;
  readonly runMs?: number | null;
}

/**
 * Append one line in one write, so that lines of several writs never mix (POSIX O_APPEND). Throws
 * `state-unusable`.
 */
export function appendHistory(state: string, entry: HistoryEntry): void {
  const path = statePaths(state).history;
  try {
    appendLine(path, Buffer.from(`${JSON.stringify(entry)}\n`));
  } catch (error) {
    throw stateUnusable(path, error);
  }
}
