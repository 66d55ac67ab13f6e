import type { Ulimit } from "../limits/index.ts";
import { engine } from "./engine.ts";
import { resourceLimits } from "./resource-limits.ts";

/** What a layer works on: the command so far, outermost program first. */
export interface Sealing {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What layers are made from. */
export interface LayerRequest {
  readonly engine: string;
  readonly helpers: string;
  /** Files granted as inputs of this run. */
  readonly readable: readonly string[];
  readonly v8Flags: readonly string[];
  readonly ulimits: readonly Ulimit[];
}

/** One layer of the sandbox: what it stops, and how it wraps the command. */
export interface Layer {
  readonly name: string;
  readonly stops: string;
  apply(inner: Sealing, request: LayerRequest): Sealing;
}

/** Innermost first. The kernel's layers (Landlock, seccomp, namespaces) have their place after these. */
export const LAYERS: readonly Layer[] = [engine, resourceLimits];

/** The command line that every layer has wrapped. */
export function applyLayers(request: LayerRequest): Sealing {
  return LAYERS.reduce<Sealing>((inner, layer) => layer.apply(inner, request), { argv: [], env: {} });
}
