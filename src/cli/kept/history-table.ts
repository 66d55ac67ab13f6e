import type { HistoryEntry } from "../../keep/history.ts";
import { formatMs } from "../../terms/limit.ts";
import { visibleLine } from "../../terms/visible.ts";
import { textTable } from "../faces/text-table.ts";

const DIRECTIVE_CELLS_MOST = 60;

/** The history as a table, in the order given. */
export function historyTable(entries: readonly HistoryEntry[]): string {
  const rows = entries.map((entry) => [
    entry.at.slice(0, 19).replace("T", " "),
    endingOf(entry),
    entry.exitCode === undefined ? "-" : String(entry.exitCode),
    entry.runMs == null ? "-" : formatMs(entry.runMs),
    shortened(visibleLine(entry.directive)),
  ]);
  return textTable(["WHEN (UTC)", "ENDING", "EXIT", "RAN FOR", "DIRECTIVE"], rows);
}

/** How it ended, in one word: the run's outcome, why there was none, or that nothing was to run. */
function endingOf({ outcome, failure, decision }: HistoryEntry): string {
  return visibleLine(outcome ?? failure ?? (decision === null ? "not run" : decision));
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= DIRECTIVE_CELLS_MOST) return text;
  return `${characters.slice(0, DIRECTIVE_CELLS_MOST - 1).join("")}…`;
}
