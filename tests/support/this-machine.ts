// What the sandbox of this machine reaches, probed once for a test file, as the product does.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProbe } from "../../src/cli/run-probe.ts";
import { findEngine } from "../../src/run/engine.ts";
import type { Reached } from "../../src/run/reached.ts";

let reached: Promise<Reached> | undefined;

export function reachedHere(): Promise<Reached> {
  reached ??= look();
  return reached;
}

async function look(): Promise<Reached> {
  const state = mkdtempSync(join(tmpdir(), "writ-probe-"));
  try {
    const platform = `${process.platform}-${process.arch}`;
    return await runProbe({ platform, engine: findEngine(), state });
  } finally {
    rmSync(state, { recursive: true });
  }
}
