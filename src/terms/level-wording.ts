import type { Level } from "./level.ts";

/** The level as it is shown to a person. `weak`: a warning, to be shown as one wherever it is true. */
export function wordLevel(level: Level): { readonly text: string; readonly weak: boolean } {
  return level === "engine-only"
    ? { text: "engine-only - the engine's own permissions, no kernel wall", weak: true }
    : { text: level, weak: false };
}
