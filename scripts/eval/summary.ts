import type { Attempt, Ending } from "./attempt.ts";
import type { Share } from "./judge-result.ts";
import type { Read } from "./task.ts";

/** What came of one set of tasks. Counts are tasks unless said. */
export interface Summary {
  readonly set: string;
  readonly tasks: number;
  readonly endings: Readonly<Record<Ending, number>>;
  /** Who refused or what went wrong, most frequent first. */
  readonly by: readonly Counted[];
  /** Replies beyond the first of each task. */
  readonly regenerations: number;
  readonly tokens: { readonly input: number; readonly output: number; readonly isEstimated: boolean };
  /** Of the tasks whose replies were timed; null: of none. */
  readonly latencyMs: { readonly median: number; readonly most: number } | null;
  /** Answers that the directive gave as examples, and those that nobody saw. */
  readonly given: Share;
  readonly unseen: Share;
  readonly sources: Readonly<Record<Attempt["source"], number>>;
  /** Rows that are no tasks, with why, and tasks that there was no reply for. */
  readonly skipped: readonly Counted[];
  /** Of recorded replies: what was measured of them elsewhere, by how they ended here. */
  readonly labels: readonly { readonly label: string; readonly endings: Readonly<Record<Ending, number>> }[];
}

export interface Counted {
  readonly what: string;
  readonly count: number;
}

export const ENDINGS: readonly Ending[] = ["first", "repaired", "wrong", "crashed", "refused", "no-draft"];
const NO_REPLY = "without a reply: no endpoint is configured and none was recorded";

/** Count a set. `unanswered`: tasks that nothing replied to. Pure. */
export function summarize(
  set: string,
  {
    read,
    attempts,
    unanswered,
  }: {
    readonly read: readonly Read[];
    readonly attempts: readonly Attempt[];
    readonly unanswered: number;
  },
): Summary {
  const notTasks = read.flatMap((one) => (one.ok ? [] : [one.why.split(": ")[0]!]));
  const labels = [...new Set(attempts.flatMap(({ label }) => label ?? []))].sort();
  const failed = attempts.filter(({ by }) => by !== "");
  return {
    set,
    tasks: attempts.length,
    endings: endingsOf(attempts),
    by: countEach(failed.map(({ ending, by }) => `${ending} by ${by}`)),
    regenerations: total(attempts.map(({ replies }) => Math.max(0, replies - 1))),
    tokens: {
      input: total(attempts.map(({ inputTokens }) => inputTokens)),
      output: total(attempts.map(({ outputTokens }) => outputTokens)),
      isEstimated: attempts.some(({ isEstimated }) => isEstimated),
    },
    latencyMs: latencyOf(attempts),
    given: shareOf(attempts.map(({ score }) => score.given)),
    unseen: shareOf(attempts.map(({ score }) => score.unseen)),
    sources: sourcesOf(attempts),
    skipped: countEach([...notTasks, ...Array<string>(unanswered).fill(NO_REPLY)]),
    labels: labels.map((label) => ({
      label,
      endings: endingsOf(attempts.filter((one) => one.label === label)),
    })),
  };
}

function endingsOf(attempts: readonly Attempt[]): Record<Ending, number> {
  const count = (ending: Ending) => attempts.filter((one) => one.ending === ending).length;
  return Object.fromEntries(ENDINGS.map((ending) => [ending, count(ending)])) as Record<Ending, number>;
}

function sourcesOf(attempts: readonly Attempt[]): Summary["sources"] {
  const count = (source: Attempt["source"]) => attempts.filter((one) => one.source === source).length;
  const other = "recorded for another prompt";
  return { live: count("live"), recorded: count("recorded"), [other]: count(other) };
}

function latencyOf(attempts: readonly Attempt[]): Summary["latencyMs"] {
  const known = attempts.flatMap(({ latencyMs }) => latencyMs ?? []).sort((a, b) => a - b);
  return known.length === 0 ? null : { median: known[known.length >> 1]!, most: known.at(-1)! };
}

function countEach(texts: readonly string[]): readonly Counted[] {
  const counts = [...Map.groupBy(texts, (text) => text)];
  return counts
    .map(([what, all]) => ({ what, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

function shareOf(shares: readonly Share[]): Share {
  return { right: total(shares.map(({ right }) => right)), all: total(shares.map(({ all }) => all)) };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
