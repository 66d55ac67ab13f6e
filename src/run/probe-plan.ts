import { DRAFT_LIMITS } from "../terms/limit.ts";
import { type Plan, planRun } from "./plan.ts";
import type { Reached } from "./reached.ts";

// Everything that the engine can do, also what it calls unstable.
const OPEN = ["--allow-all", "--unstable-raw-imports", "--unstable-net"];

/** The plan of a probe: as any other, but that the engine's own permissions are all given. */
export function probePlan(
  { engine, module, stages }: { readonly engine: string; readonly module: string; readonly stages: string },
  reached: Reached,
  words: readonly string[],
): Plan {
  const plan = planRun({
    face: "attended",
    reached,
    ...{ engine, stages, runner: module, guest: module, helpers: module },
    // A worker is a second engine in one process.
    limits: { ...DRAFT_LIMITS, memoryBytes: 4 * DRAFT_LIMITS.memoryBytes },
    invocation: { inputs: [], from: "auto", output: "auto", maxOutputBytes: null, header: true },
    argv: words,
    feed: { kind: "none" },
    capabilities: [],
  });
  return { ...plan, argv: plan.argv.toSpliced(plan.argv.indexOf("run") + 1, 0, ...OPEN) };
}
