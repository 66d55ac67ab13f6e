import type { Draft } from "../terms/draft.ts";
import type { UnstampedEvent } from "../terms/event.ts";
import type { Granting } from "../terms/granting.ts";
import type { Sample } from "../terms/sample.ts";
import type { Finding, StageResult, Verdict } from "../terms/verdict.ts";
import type { Collaborators } from "./collaborators.ts";
import { unusedRequests } from "./unused-requests.ts";

/** A draft with what the stages said. `diagnostics` is empty where nothing needs repair. */
export interface Judged {
  readonly draft: Draft;
  readonly verdict: Verdict;
  readonly stages: readonly StageResult[];
  readonly granting: Granting;
  /** For the model: every failing finding with its line. */
  readonly diagnostics: string;
  /** For the user: one clause. */
  readonly reason: string;
}

/** Run the stages that execute nothing, safety then types, and say the others were not run. */
export async function* judge(
  draft: Draft,
  sample: Sample | null,
  with_: Pick<Collaborators, "check" | "types" | "grant">,
): AsyncGenerator<UnstampedEvent, Judged, void> {
  const checked = await with_.check(draft.code);
  const granting = with_.grant(checked.capabilities, draft);
  const verdict = { ...checked, findings: [...checked.findings, ...unusedRequests(granting)] };
  const safety = safetyStage(verdict);
  yield { type: "stage", result: safety };
  for (const finding of verdict.findings) yield { type: "finding", finding };

  const types: StageResult = verdict.accepted
    ? await with_.types(draft.code, sample)
    : notRun("types", "the safety stage refused");
  yield { type: "stage", result: types };
  for (const finding of types.findings) yield { type: "finding", finding };

  const stages = [safety, types, notRun("trial", "not asked for"), notRun("examples", "not asked for")];
  for (const result of stages.slice(2)) yield { type: "stage", result };

  const failing = [...verdict.findings.filter((one) => one.severity === "refuse"), ...types.findings];
  const asked = ungrantable(granting);
  return {
    draft,
    verdict,
    stages,
    granting,
    diagnostics: [...failing.map(diagnose), ...asked].join("\n"),
    reason: asked[0] ?? (safety.status === "failed" ? `safety: ${safety.detail}` : `types: ${types.detail}`),
  };
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

function notRun(stage: StageResult["stage"], detail: string): StageResult {
  return { stage, status: "not-run", detail, findings: [] };
}

function diagnose(finding: Finding): string {
  const hint = finding.hint ? ` ${finding.hint}` : "";
  return `line ${finding.range.line}, column ${finding.range.column + 1}: ${finding.message} (${finding.reason})${hint}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
