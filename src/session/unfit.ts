import { type Failure, WritError } from "../terms/failure.ts";
import type { Judged } from "./judge.ts";

/** Why a draft cannot be approved by anybody, or null: the check refuses it, or it asks for what is not granted. */
export function unfitness({ verdict }: Pick<Judged, "verdict">): Failure | null {
  const capability = verdict.capabilities[0];
  if (!verdict.accepted) {
    const findings = verdict.findings.filter((finding) => finding.severity === "refuse").length;
    return { kind: "refused", what: "the draft", findings };
  }
  return capability === undefined ? null : { kind: "capability-refused", capability };
}

/** Throws `refused` or `capability-refused`. */
export function refuseUnfit(judged: Pick<Judged, "verdict">): void {
  const failure = unfitness(judged);
  if (failure !== null) throw new WritError(failure);
}
