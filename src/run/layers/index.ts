import { isAtLeast } from "../../terms/level.ts";
import type { Stage } from "../stage/call.ts";
import { closedDescriptors } from "./closed-descriptors.ts";
import { engine } from "./engine.ts";
import { landlock } from "./landlock.ts";
import type { Layer, LayerRequest, Sealing } from "./layer.ts";
import { noNewPrivileges } from "./no-new-privileges.ts";
import { parentDeath } from "./parent-death.ts";
import { resourceLimits } from "./resource-limits.ts";
import { seccomp } from "./seccomp.ts";

/** In the order they are put on: each of the stage's narrows what the next may still do. */
export const LAYERS: readonly Layer[] = [
  engine,
  closedDescriptors,
  resourceLimits,
  parentDeath,
  noNewPrivileges,
  landlock,
  seccomp,
];

const BARE: Sealing = { argv: [], env: {}, ulimits: [], calls: [] };

/** The layers of a level, put together. `stage` null: the level has none. */
export function applyLayers(
  request: LayerRequest,
): Omit<Sealing, "calls"> & { readonly passes: readonly string[]; readonly stage: Stage | null } {
  const { calls, ...sealing } = LAYERS.filter(({ from }) => isAtLeast(request.level, from)).reduce(
    (inner, layer) => layer.apply(inner, request),
    BARE,
  );
  const passes = request.granted.flatMap(({ variable }) => variable ?? []);
  const stage = calls.length > 0 ? { calls, program: request.engine, env: sealing.env, passes } : null;
  return { ...sealing, passes, stage };
}
