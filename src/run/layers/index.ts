import { engine } from "./engine.ts";
import type { Layer, LayerRequest, Sealing } from "./layer.ts";
import { resourceLimits } from "./resource-limits.ts";

/** Innermost first. The kernel's layers (Landlock, seccomp, namespaces) have their place after these. */
export const LAYERS: readonly Layer[] = [engine, resourceLimits];

/** The command line that every layer has wrapped. */
export function applyLayers(request: LayerRequest): Sealing {
  return LAYERS.reduce<Sealing>((inner, layer) => layer.apply(inner, request), { argv: [], env: {} });
}
