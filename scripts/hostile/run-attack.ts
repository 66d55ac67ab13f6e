import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readLimitFlags } from "../../src/cli/arguments/limit-flags.ts";
import { placePlan } from "../../src/cli/kept/place-file.ts";
import { findEngine } from "../../src/run/engine.ts";
import { planRun } from "../../src/run/plan.ts";
import type { Reached } from "../../src/run/reached.ts";
import { type RunnerModule, runnerModule } from "../../src/run/runner-module.ts";
import { spawn } from "../../src/run/spawn.ts";
import { variableOf } from "../../src/terms/granted-variable.ts";
import type { Level } from "../../src/terms/level.ts";
import { DRAFT_LIMITS, type Limits } from "../../src/terms/limit.ts";
import type { Outcome } from "../../src/terms/outcome.ts";
import { wordOutcome } from "../../src/terms/outcome-wording.ts";
import type { Capability } from "../../src/terms/verdict.ts";
import { type AttackHead, type Breach, fillIn, readHead, readSnippet } from "./attack-file.ts";
import type { Bait } from "./bait.ts";
import { openRunner } from "./open-runner.ts";
import { follow } from "./peak.ts";
import { streamEnd } from "./stream-end.ts";

/** One line of the report. `stdout` and `stderr` hold the first 2,000 bytes each. */
export interface Report {
  readonly file: string;
  readonly level: Level;
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly wallMs: number;
  readonly peakBytes: number;
  /** What the attack got, though it should have got nothing. Several at once share what cannot be told apart. */
  readonly breaches: readonly { readonly breach: Breach; readonly detail: string }[];
  readonly stdout: string;
  readonly stderr: string;
}

const MIB = 1024 * 1024;
const LIMITS: Limits = { ...DRAFT_LIMITS, cpuMs: 10_000, wallMs: 15_000, memoryBytes: 256 * MIB };

/** Run one file as the product runs an approved snippet, plan and spawn included; only the check is left out. */
export async function runAttack(options: {
  readonly path: string;
  readonly name: string;
  readonly bait: Bait;
  readonly reached: Reached;
  readonly dist: string;
  readonly limits: Partial<Limits>;
}): Promise<Report> {
  const { path, name, bait, reached, dist, limits } = options;
  const { level } = reached;
  const head = readHead(readFileSync(path, "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "writ-runner-"));
  try {
    const capabilities = head.granted.map((one) => fillIn(one, bait.places));
    const javascript = readSnippet(path, bait.places);
    const runner = runnerOf(head, { javascript, capabilities, guest: join(dist, "guest.txt") });
    writeFileSync(join(folder, runner.name), runner.text);
    const placed = join(folder, runner.name);
    const plan = placePlan(join(folder, "stages"), (stages) =>
      planOf({ head, capabilities, reached, dist, runner: placed, stages, limits }),
    );
    const follower = follow(basename(folder));
    const [stdout, stderr] = [streamEnd(bait.token), streamEnd(bait.token)];
    const outcome = await planted(head, bait, () =>
      spawn(
        plan,
        { variables: variablesOf(head, bait), stdout: stdout.take, stderr: stderr.take },
        new AbortController().signal,
      ),
    );
    const { peakBytes, left } = follower.stop();
    return {
      file: name,
      level,
      outcome,
      exitCode: wordOutcome(outcome).exitCode,
      wallMs: outcome.wallMs,
      peakBytes,
      breaches: [
        ...(stdout.sawToken() ? [{ breach: "secret" as const, detail: "stdout" }] : []),
        ...(stderr.sawToken() ? [{ breach: "secret" as const, detail: "stderr" }] : []),
        ...left.map((pid) => ({ breach: "left" as const, detail: `process ${pid}` })),
        ...bait.breaches(),
      ],
      stdout: stdout.head(),
      stderr: stderr.head(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runnerOf(
  head: AttackHead,
  approved: {
    readonly javascript: string;
    readonly capabilities: readonly Capability[];
    readonly guest: string;
  },
): RunnerModule {
  if (head.runner === "off") return openRunner(approved.javascript);
  return runnerModule({ ...approved, schema: { summary: "", options: [] } });
}

/** What is planted, where it is granted too. */
function variablesOf({ granted, planted }: AttackHead, bait: Bait): Readonly<Record<string, string>> {
  const names = granted.flatMap((one) => (one.startsWith("env:") ? [one.slice("env:".length)] : []));
  return Object.fromEntries(
    names.map((name) => [variableOf(name), fillIn(planted[name] ?? "", bait.places)]),
  );
}

function planOf(options: {
  readonly head: AttackHead;
  readonly capabilities: readonly Capability[];
  readonly reached: Reached;
  readonly dist: string;
  readonly runner: string;
  readonly stages: string;
  readonly limits: Partial<Limits>;
}) {
  const { head, capabilities, reached, dist, runner, stages } = options;
  const limits = { ...LIMITS, ...limitsOf(head.limits), ...options.limits };
  return planRun({
    face: "attended",
    reached,
    engine: findEngine(),
    runner,
    guest: join(dist, "guest.txt"),
    stages,
    helpers: join(dist, "writ.mjs"),
    limits,
    argv: [],
    feed: { kind: "none" },
    capabilities,
    invocation: {
      inputs: [],
      from: "auto",
      output: head.output,
      maxOutputBytes: limits.outputBytes,
      header: true,
    },
  });
}

/** `--cpu 1s --memory 128M` as limits. */
export function limitsOf(words: readonly string[]): Partial<Limits> {
  const value = (flag: string) => {
    const at = words.indexOf(flag);
    return at === -1 ? undefined : words[at + 1];
  };
  const flags = {
    time: value("--time"),
    cpu: value("--cpu"),
    memory: value("--memory"),
    maxOutput: value("--max-output"),
  };
  return readLimitFlags(JSON.parse(JSON.stringify(flags)));
}

/** The host's own environment holds what is planted: nothing of it may reach the child. */
async function planted<T>(head: AttackHead, bait: Bait, run: () => Promise<T>): Promise<T> {
  const added = { BAIT: bait.token, HOME: bait.places.home!, ...head.planted };
  const before = { ...process.env };
  for (const [name, value] of Object.entries(added)) process.env[name] = fillIn(value, bait.places);
  // What a child gets is decided when it is started, before the first wait.
  const running = run();
  for (const name of Object.keys(added)) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  return running;
}
