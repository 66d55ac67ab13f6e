import { createHash } from "node:crypto";
import type { Invocation } from "../terms/invocation.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";
import { applyLayers } from "./layers/index.ts";
import { applyLimits } from "./limits/index.ts";
import type { Watch } from "./limits/limit-row.ts";

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
  readonly level: Level;
  /** The engine's executable. */
  readonly engine: string;
  /** The runner module, already written; and the module that snippets know as "writ". */
  readonly runner: string;
  readonly helpers: string;
  readonly limits: Limits;
  readonly invocation: Invocation;
  /** The command's own option words. */
  readonly argv: readonly string[];
  readonly feed: Feed;
}

/** Everything a run will start and with what, as data. `hash` names it. */
export interface Plan {
  readonly v: 1;
  readonly face: Face;
  readonly level: Level;
  /** Program and arguments, ready to start. */
  readonly argv: readonly string[];
  /** The whole environment of the child; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly feed: Feed;
  readonly limits: Limits;
  /** What the parent watches, since the kernel does not. */
  readonly watch: Watch;
  readonly hash: string;
}

/** Decide a run. Pure: equal requests give equal plans. */
export function planRun(request: PlanRequest): Plan {
  const sealed = applyLimits(request.limits);
  const layers = applyLayers({
    engine: request.engine,
    helpers: request.helpers,
    readable: request.invocation.inputs.flatMap((input) => (input.path === null ? [] : [input.path])),
    v8Flags: sealed.v8Flags,
    ulimits: sealed.ulimits,
  });
  const plan = {
    v: 1 as const,
    face: request.face,
    level: request.level,
    argv: [...layers.argv, request.runner, JSON.stringify(request.invocation), ...request.argv],
    env: layers.env,
    feed: request.feed,
    limits: request.limits,
    watch: sealed.watch,
  };
  return { ...plan, hash: createHash("sha256").update(JSON.stringify(plan)).digest("hex").slice(0, 16) };
}
