import type { Draft } from "../terms/draft.ts";
import type { UnstampedEvent } from "../terms/event.ts";
import type { Granting } from "../terms/granting.ts";
import type { Sample } from "../terms/sample.ts";
import type { Finding, StageResult, Verdict } from "../terms/verdict.ts";
import type { Collaborators } from "./collaborators.ts";
import { type Executing, executeStages, NOT_ASKED, notRun } from "./execute-stages.ts";
import type { Judged } from "./judged.ts";
import { reasonOf } from "./reason-of.ts";
import { unusedRequests } from "./unused-requests.ts";

/**
 * The four stages of a draft: safety and types, which execute nothing, then trial and examples as far as they were asked
 * for. What was not run is said not to have run.
 */
export async function* judge(
  draft: Draft,
  sample: Sample | null,
  with_: Pick<Collaborators, "check" | "types" | "grant">,
  executing: Executing = NOT_ASKED,
): AsyncGenerator<UnstampedEvent, Judged, void> {
  const checked = await with_.check(draft.code);
  const granting = with_.grant(checked.capabilities, draft);
  const verdict = { ...checked, findings: [...checked.findings, ...unusedRequests(granting)] };
  const safety = safetyStage(verdict);
  yield* tell(safety);
  const types: StageResult = verdict.accepted
    ? await with_.types(draft.code, sample)
    : notRun("types", "the safety stage refused");
  yield* tell(types);

  const asked = ungrantable(granting);
  const failing = [...verdict.findings.filter((one) => one.severity === "refuse"), ...types.findings];
  const stages = [safety, types];
  const found = [...failing.map(diagnose), ...asked].join("\n");
  const reason = asked[0] ?? reasonOf(stages);
  return yield* executeStages(
    { draft, verdict, stages, granting, found, diagnostics: found, reason },
    executing,
  );
}

async function* tell(result: StageResult): AsyncGenerator<UnstampedEvent, void, void> {
  yield { type: "stage", result };
  for (const finding of result.findings) yield { type: "finding", finding };
}

/** What other code could do without. A file that is not there is the user's to mend. */
function ungrantable({ refused }: Granting): readonly string[] {
  if (refused?.kind !== "capability-refused") return [];
  return [`the capability ${refused.capability} cannot be granted: ${refused.why}; ${refused.help}`];
}

function safetyStage(verdict: Verdict): StageResult {
  const refusing = verdict.findings.filter((finding) => finding.severity === "refuse").length;
  const count = verdict.findings.length;
  return {
    stage: "safety",
    status: verdict.accepted ? "passed" : "failed",
    detail: verdict.accepted
      ? count === 0
        ? "nothing found"
        : `${plural(count, "finding")}, none refuses`
      : `${plural(refusing, "finding")} ${refusing === 1 ? "refuses" : "refuse"}`,
    findings: verdict.findings,
  };
}

function diagnose(finding: Finding): string {
  const hint = finding.hint ? ` ${finding.hint}` : "";
  return `line ${finding.range.line}, column ${finding.range.column + 1}: ${finding.message} (${finding.reason})${hint}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
