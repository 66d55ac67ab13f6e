// Run a snippet as the product does, plan and spawn included, with the static check left out: what holds
// here holds without it. There is no such way in `bin/writ`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { placePlan } from "../../src/cli/kept/place-file.ts";
import { findEngine } from "../../src/run/engine.ts";
import { type Feed, type PlanRequest, planRun } from "../../src/run/plan.ts";
import type { Reached } from "../../src/run/reached.ts";
import { runnerModule } from "../../src/run/runner-module.ts";
import { spawn } from "../../src/run/spawn.ts";
import { DRAFT_LIMITS, type Limits } from "../../src/terms/limit.ts";
import type { Outcome } from "../../src/terms/outcome.ts";
import type { Capability } from "../../src/terms/verdict.ts";
import { reachedHere } from "./this-machine.ts";

export interface SealedRun {
  readonly outcome: Outcome;
  readonly stdout: string;
  readonly stderr: string;
}

const STDOUT_BYTES_KEPT = 64 * 1024;

/** `dist` must be built: it is what a user runs. `file` is opened as the child's stdin. */
export async function runSealed(
  javascript: string,
  options: {
    /** What encloses it; what runs get here unless said otherwise. */
    readonly reached?: Reached;
    readonly limits?: Partial<Limits>;
    readonly file?: string;
    readonly capabilities?: readonly Capability[];
    readonly variables?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<SealedRun> {
  const folder = mkdtempSync(join(tmpdir(), "writ-sealed-"));
  const limits = { ...DRAFT_LIMITS, wallMs: 20_000, ...options.limits };
  const capabilities = options.capabilities ?? [];
  const schema = { summary: "", options: [] };
  const runner = runnerModule({ guest: resolve("dist/guest.txt"), javascript, schema, capabilities });
  writeFileSync(join(folder, runner.name), runner.text);
  const feed: Feed = options.file ? { kind: "file", path: options.file } : { kind: "none" };
  const request: Omit<PlanRequest, "stages"> = {
    face: "attended",
    reached: options.reached ?? (await reachedHere()),
    engine: findEngine(),
    guest: resolve("dist/guest.txt"),
    runner: join(folder, runner.name),
    helpers: resolve("dist/writ.mjs"),
    limits,
    argv: [],
    capabilities,
    feed,
    invocation: {
      inputs: options.file ? [{ name: "input", path: null }] : [],
      from: "auto",
      output: "auto",
      maxOutputBytes: limits.outputBytes,
      header: true,
    },
  };
  const plan = placePlan(folder, (stages) => planRun({ ...request, stages }));
  let stdout = "";
  let stderr = "";
  const outcome = await spawn(
    plan,
    {
      variables: options.variables ?? {},
      stdout: (chunk) => {
        if (stdout.length < STDOUT_BYTES_KEPT) stdout += chunk.toString("utf8");
      },
      stderr: (chunk) => {
        stderr += chunk.toString("utf8");
      },
    },
    options.signal ?? new AbortController().signal,
  );
  rmSync(folder, { recursive: true });
  return { outcome, stdout, stderr };
}
