import { DRAFT_LIMITS } from "../terms/limit.ts";
import { type Plan, planRun } from "./plan.ts";

/** The plan of a probe: as any other, but that the engine's own permissions are all given. */
export function probePlan(
  { engine, module, stages }: { readonly engine: string; readonly module: string; readonly stages: string },
  landlockAbi: number,
  words: readonly string[],
): Plan {
  const plan = planRun({
    face: "attended",
    reached: { level: "strong", landlockAbi },
    ...{ engine, stages, runner: module, guest: module, helpers: module },
    limits: DRAFT_LIMITS,
    invocation: { inputs: [], from: "auto", output: "auto", maxOutputBytes: null, header: true },
    argv: words,
    feed: { kind: "none" },
    capabilities: [],
  });
  return { ...plan, argv: plan.argv.toSpliced(plan.argv.indexOf("run") + 1, 0, "--allow-all") };
}
