import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Invocation } from "../terms/invocation.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";
import type { Capability } from "../terms/verdict.ts";
import { grantsFor } from "./grants/index.ts";
import { applyLayers } from "./layers/index.ts";
import { startingShell } from "./layers/starting-shell.ts";
import { applyLimits } from "./limits/index.ts";
import type { Watch } from "./limits/limit-row.ts";
import type { Reached } from "./reached.ts";
import { buildStage } from "./stage/build-stage.ts";
import type { Stage } from "./stage/call.ts";

/** Where the child's bytes come from. */
export type Feed =
  | { readonly kind: "none" }
  | { readonly kind: "inherit" }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "pump" };

/**
 * How writ stands beside the child: `attended` has Node as the parent, with a watchdog; `direct` a waiting sh, see
 * run-file.ts.
 */
export type Face = "attended" | "direct";

/** What a plan is made from. Paths are absolute. */
export interface PlanRequest {
  readonly face: Face;
  /** The layers follow from it. */
  readonly reached: Reached;
  /** The engine's executable. */
  readonly engine: string;
  /** The runner module, already written; the guest library; and the module that snippets know as "writ". */
  readonly runner: string;
  readonly guest: string;
  readonly helpers: string;
  /** The folder that stages lie in. */
  readonly stages: string;
  readonly limits: Limits;
  readonly invocation: Invocation;
  /** The command's own option words. */
  readonly argv: readonly string[];
  readonly feed: Feed;
  /** What was approved, each path and name fixed. */
  readonly capabilities: readonly Capability[];
}

/** The executable that a plan starts with: what it does, and its bytes, which name it. */
export interface PlannedStage extends Stage {
  readonly path: string;
  readonly sha256: string;
}

/** Everything a run will start and with what, as data. `hash` names it. */
export interface Plan {
  readonly v: 1;
  readonly face: Face;
  readonly level: Level;
  /** Program and arguments, ready to start. */
  readonly argv: readonly string[];
  /** The environment of the child, but for what `passes` names; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Granted variables, whose values are no part of a plan: whoever starts it adds them to the environment. */
  readonly passes: readonly string[];
  /** Must lie at its path before the run starts. */
  readonly stage: PlannedStage | null;
  readonly feed: Feed;
  readonly limits: Limits;
  /** What the parent watches, since the kernel does not. */
  readonly watch: Watch;
  readonly hash: string;
}

/** Decide a run. Pure: equal requests give equal plans. */
export function planRun(request: PlanRequest): Plan {
  const { engine, runner, guest, helpers, reached } = request;
  const { watch, invocation: counted, ...limits } = applyLimits(request.limits);
  const layers = applyLayers({
    level: reached.level,
    face: request.face,
    ...{ engine, runner, guest, helpers, ...limits },
    granted: grantsFor(
      request.capabilities,
      request.invocation.inputs.flatMap((input) => input.path ?? []),
    ),
    landlockAbi: reached.level === "strong" ? reached.landlockAbi : 0,
  });
  const stage = layers.stage && placed(layers.stage, request.stages);
  const sealed = [...(stage ? [stage.path] : []), ...layers.argv];
  const words = [runner, JSON.stringify({ ...request.invocation, ...counted }), ...request.argv];
  const plan = {
    v: 1 as const,
    face: request.face,
    level: reached.level,
    argv: startingShell(layers.ulimits, [...sealed, ...words]),
    env: layers.env,
    passes: layers.passes,
    stage,
    feed: request.feed,
    limits: request.limits,
    watch,
  };
  return { ...plan, hash: hashOf(JSON.stringify(plan)).slice(0, 16) };
}

function placed(stage: Stage, folder: string): PlannedStage {
  const sha256 = hashOf(buildStage(stage));
  return { ...stage, path: join(folder, sha256.slice(0, 32)), sha256 };
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
