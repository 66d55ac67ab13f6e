// What the sandbox of this machine reaches, probed once for a test file, as the product does.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMachinery } from "../../src/cli/sandbox/machinery.ts";
import { runProbe } from "../../src/cli/sandbox/run-probe.ts";
import type { Machinery, Wall } from "../../src/run/candidates.ts";
import { findEngine } from "../../src/run/engine.ts";
import type { Looked } from "../../src/run/probe.ts";
import type { Reached } from "../../src/run/reached.ts";

let reached: Promise<Reached> | undefined;

/** What runs get here: `strong`, or nothing of the kernel's. */
export function reachedHere(): Promise<Reached> {
  reached ??= lookedHere("strong").then((looked) =>
    looked.kind === "reached" ? looked.reached : { level: "engine-only", missing: looked.missing },
  );
  return reached;
}

/** What becomes of a level here, or on a machine that differs from this one as said. */
export async function lookedHere(wall: Wall, changes: Partial<Machinery> = {}): Promise<Looked> {
  const state = mkdtempSync(join(tmpdir(), "writ-probe-"));
  try {
    const machinery = { ...findMachinery(false), ...changes };
    return await runProbe(wall, { machinery, engine: findEngine(), state });
  } finally {
    rmSync(state, { recursive: true });
  }
}
