import type { Failure } from "../terms/failure.ts";
import type { StageResult } from "../terms/verdict.ts";

/** The failure that a failed stage is where nobody can be asked whether to go on all the same. */
export function stageFailure(what: string, { stage, detail, findings }: StageResult): Failure {
  return stage === "trial" || stage === "examples"
    ? { kind: "examples-failed", what, stage, detail }
    : { kind: "types-failed", what, findings: findings.length };
}
