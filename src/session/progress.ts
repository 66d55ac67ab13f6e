import { STAGES, type StageResult } from "../terms/verdict.ts";
import type { Judged } from "./judged.ts";

type Attempt = Pick<Judged, "stages" | "diagnostics" | "reason">;

/** The attempt that came furthest: past most stages, and with least that fails there; of equal ones the first. */
export function bestOf<A extends Attempt>(attempts: readonly A[]): A {
  return attempts.reduce((best, one) => (isBetter(one, best) ? one : best));
}

/** Why another repair would be in vain, or null: the same error again, or no fewer examples that fail. */
export function whyStop(tried: readonly Attempt[], next: Attempt): string | null {
  if (next.diagnostics === "") return null;
  if (tried.some(({ diagnostics }) => diagnostics === next.diagnostics)) return "the same error came again";
  const fewest = Math.min(...tried.map(failingExamples));
  const failing = failingExamples(next);
  return Number.isFinite(fewest) && failing >= fewest ? "no more examples were met than before" : null;
}

function isBetter(a: Attempt, b: Attempt): boolean {
  const [ahead, behind] = [passedStages(a), passedStages(b)];
  return ahead === behind ? failingIn(a) < failingIn(b) : ahead > behind;
}

/** How many stages were passed before the first that failed. */
function passedStages({ stages, diagnostics }: Attempt): number {
  const at = stages.findIndex(({ status }) => status === "failed");
  if (at === -1) return diagnostics === "" ? STAGES.length + 1 : STAGES.length;
  return at;
}

function failingIn({ stages }: Attempt): number {
  const failed = stages.find(({ status }) => status === "failed");
  return failed === undefined ? 0 : countFailing(failed);
}

function failingExamples({ stages }: Attempt): number {
  const examples = stages.find(({ stage, status }) => stage === "examples" && status === "failed");
  return examples === undefined ? Number.POSITIVE_INFINITY : countFailing(examples);
}

function countFailing({ examples, findings }: StageResult): number {
  return examples === undefined
    ? findings.length
    : examples.filter(({ status }) => status !== "passed").length;
}
