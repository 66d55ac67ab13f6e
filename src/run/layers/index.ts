import { machineOf, type Reached } from "../reached.ts";
import type { Stage } from "../stage/call.ts";
import { closedDescriptors } from "./closed-descriptors.ts";
import { engine } from "./engine.ts";
import { landlock } from "./landlock.ts";
import { BARE, type Layer, type LayerRequest, type Sealing } from "./layer.ts";
import { limitSignals } from "./limit-signals.ts";
import { namespaces } from "./namespaces.ts";
import { noNewPrivileges } from "./no-new-privileges.ts";
import { parentDeath } from "./parent-death.ts";
import { resourceLimits } from "./resource-limits.ts";
import { seatbelt } from "./seatbelt.ts";
import { seccomp } from "./seccomp.ts";

/** In the order they are put on: each of the stage's narrows what the next may still do. */
export const LAYERS: readonly Layer[] = [
  engine,
  namespaces,
  seatbelt,
  parentDeath,
  closedDescriptors,
  resourceLimits,
  limitSignals,
  noNewPrivileges,
  landlock,
  seccomp,
];

/** The layers that enclose a run, put together. `stage` null: there is none. */
export function applyLayers(
  reached: Reached,
  asked: Omit<LayerRequest, "level" | "machine" | "landlockAbi">,
): Omit<Sealing, "calls"> & { readonly passes: readonly string[]; readonly stage: Stage | null } {
  const machine = machineOf(reached);
  const landlockAbi = "landlockAbi" in reached ? reached.landlockAbi : 0;
  const request = { ...asked, machine, landlockAbi, level: reached.level };
  const { calls, ...sealing } = LAYERS.filter((layer) => layer.isPartOf(reached)).reduce(
    (inner, layer) => layer.apply(inner, request),
    BARE,
  );
  const passes = asked.granted.flatMap(({ variable }) => variable ?? []);
  const stage = calls.length > 0 ? { machine, calls, program: asked.engine, env: sealing.env, passes } : null;
  return { ...sealing, passes, stage };
}
