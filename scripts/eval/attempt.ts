import type { Score } from "./judge-result.ts";

/**
 * How a task ended. `first` and `repaired` are right answers, of the first draft or of a later one; `wrong` ran to its
 * end; `crashed` did not; `refused` was never run, and a stage says why; `no-draft`: the model gave nothing that can be
 * judged, or nothing more within the budget.
 */
export type Ending = "first" | "repaired" | "wrong" | "crashed" | "refused" | "no-draft";

/** One task put through the pipeline. */
export interface Attempt {
  readonly task: string;
  readonly ending: Ending;
  /** The stage that refused, how the run ended, or what was the matter with the model; empty where the answer came. */
  readonly by: string;
  /** The first finding or sentence behind it. */
  readonly why: string;
  readonly score: Score;
  /** How many times a model answered: the first draft and what followed. */
  readonly replies: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether some of the tokens are an estimate: four characters each. */
  readonly isEstimated: boolean;
  /** Of all replies together; null where they were recorded without it. */
  readonly latencyMs: number | null;
  readonly source: "live" | "recorded" | "recorded for another prompt";
  /** What was measured of a recorded reply elsewhere. */
  readonly label?: string;
}
