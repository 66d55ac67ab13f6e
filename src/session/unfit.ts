import { type Failure, WritError } from "../terms/failure.ts";
import type { Judged } from "./judged.ts";

/** Why a draft cannot be approved by anybody, or null: the check refuses it, or it asks for what cannot be granted. */
export function unfitness({ verdict, granting }: Pick<Judged, "verdict" | "granting">): Failure | null {
  if (!verdict.accepted) {
    const findings = verdict.findings.filter((finding) => finding.severity === "refuse").length;
    return { kind: "refused", what: "the draft", findings };
  }
  return granting.refused;
}

/** Throws `refused`, `capability-refused` or `grant-unusable`. */
export function refuseUnfit(judged: Pick<Judged, "verdict" | "granting">): void {
  const failure = unfitness(judged);
  if (failure !== null) throw new WritError(failure);
}

/** Throws `capability-refused` where a draft asks for more than the flags allow: `--yes` says no more than they do. */
export function refuseUntyped({ granting }: Pick<Judged, "granting">): void {
  const { untyped } = granting;
  if (untyped.length === 0) return;
  const flags = untyped.map((capability) => {
    const [kind, ...rest] = capability.split(":");
    return `--allow-${kind} ${JSON.stringify(rest.join(":"))}`;
  });
  throw new WritError({
    kind: "capability-refused",
    capability: untyped.join(", "),
    why: "--yes grants no more than the --allow flags name",
    help: `add ${flags.join(" ")}, or run it without --yes to look at it and decide`,
  });
}
