import type { Level } from "../terms/level.ts";

/**
 * The level this machine reaches and the one that is required. Until the kernel layers are built there is
 * only the engine, and both are the same; every face says so in red.
 */
export function sandboxLevel(): { readonly level: Level; readonly required: Level } {
  return { level: "engine-only", required: "engine-only" };
}

/** The line every approval shows while it is true. */
export const LEVEL_WARNING = "sandbox: engine-only - the engine's own permissions, no kernel wall yet";
