import { parseCapability } from "./capability.ts";
import type { Capability } from "./verdict.ts";

/** A capability for a person. `changes`: something outside of the run is changed by it, and it has to stand out. */
export function wordCapability(capability: Capability): {
  readonly verb: string;
  readonly object: string;
  readonly changes: boolean;
} {
  const wanted = parseCapability(capability);
  if (typeof wanted === "string") return { verb: capability, object: "", changes: false };
  if (wanted.kind === "env") return { verb: "environment", object: wanted.name, changes: false };
  if (!("path" in wanted)) {
    return { verb: wanted.kind === "clock" ? "the clock" : "randomness", object: "", changes: false };
  }
  const all = wanted.path.endsWith("/") ? " everything in" : "";
  return { verb: wanted.kind + all, object: wanted.path, changes: wanted.kind === "write" };
}

/** `read /data/rates.csv, environment TOKEN`: all of them on one line. */
export function wordCapabilities(capabilities: readonly Capability[]): string {
  return capabilities
    .map(wordCapability)
    .map(({ verb, object }) => `${verb} ${object}`.trim())
    .join(", ");
}
