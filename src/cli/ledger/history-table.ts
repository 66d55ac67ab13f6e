import type { AskEntry } from "../../keep/ledger/entry.ts";
import type { DraftOrigin, Usage } from "../../terms/draft.ts";
import { formatMs } from "../../terms/limit.ts";
import { formatUsd } from "../../terms/price.ts";
import { sumUsage } from "../../terms/sum-usage.ts";
import { visibleLine } from "../../terms/visible.ts";
import { textTable } from "../faces/text-table.ts";

const DIRECTIVE_CELLS_MOST = 60;

/** Directives as a table, in the order given. */
export function historyTable(entries: readonly AskEntry[]): string {
  const rows = entries.map((entry) => [
    entry.at.slice(0, 19).replace("T", " "),
    endingOf(entry),
    entry.exitCode === null ? "-" : String(entry.exitCode),
    entry.runMs === null ? "-" : formatMs(entry.runMs),
    visibleLine(draftedBy(entry) ?? "-"),
    tokensText(entry),
    shortened(visibleLine(entry.directive)),
  ]);
  return textTable(["WHEN (UTC)", "ENDING", "EXIT", "RAN FOR", "BY", "TOKENS", "DIRECTIVE"], rows);
}

/** One directive for programs: `draft` is the last one; `usage` counts every request of it. */
export function historyJson(entry: AskEntry): Record<string, unknown> {
  const { tries, ...rest } = entry;
  const draft = tries.findLast((one) => one.draft !== null)?.draft ?? null;
  return { v: 1, ...rest, draft, usage: usageOf(entry), tries };
}

/** How it ended, in one word: the run's outcome, why there was none, or that nothing was to run. */
function endingOf({ outcome, failure, decision }: AskEntry): string {
  return visibleLine(outcome ?? failure ?? (decision === null ? "not run" : decision));
}

function draftedBy({ tries }: AskEntry): string | null {
  const last = tries.at(-1);
  return last?.draft ? whoIs(last.draft.origin) : (last?.requests.at(-1)?.model ?? null);
}

function whoIs(origin: DraftOrigin): string {
  switch (origin.kind) {
    case "model":
      return origin.model;
    case "library":
      return origin.name;
    case "edited":
      return `${whoIs(origin.from)}, edited`;
  }
}

function usageOf({ tries }: AskEntry): Usage | null {
  const requests = tries.flatMap((one) => one.requests);
  return requests.length === 0 ? null : sumUsage(requests.map((one) => one.usage));
}

function tokensText(entry: AskEntry): string {
  const usage = usageOf(entry);
  if (usage === null) return "-";
  const cost = usage.costUsd === undefined ? "" : ` (${formatUsd(usage.costUsd)})`;
  return `${usage.inputTokens + usage.outputTokens}${cost}`;
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= DIRECTIVE_CELLS_MOST) return text;
  return `${characters.slice(0, DIRECTIVE_CELLS_MOST - 1).join("")}…`;
}
