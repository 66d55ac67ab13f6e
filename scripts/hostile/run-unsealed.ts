import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findEngine } from "../../src/run/engine.ts";
import { type Breach, fillIn, readHead, readSnippet } from "./attack-file.ts";
import type { Bait } from "./bait.ts";
import { openRunner } from "./open-runner.ts";
import { follow } from "./peak.ts";
import { streamEnd } from "./stream-end.ts";

export interface UnsealedReport {
  readonly file: string;
  readonly exitCode: number | null;
  readonly breaches: readonly { readonly breach: Breach; readonly detail: string }[];
  readonly stdout: string;
  readonly stderr: string;
}

const WALL_MS = 20_000;
const UNSTABLE = ["kv", "ffi", "worker-options", "net", "bare-node-builtins", "webgpu", "cron"].map(
  (name) => `--unstable-${name}`,
);

/**
 * The control: the same file with every permission, the configuration of its folder and the planted variables.
 * Only for files that name a control, which were written for it.
 */
export async function runUnsealed(path: string, name: string, bait: Bait): Promise<UnsealedReport> {
  const head = readHead(readFileSync(path, "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "writ-unsealed-"));
  const runner = openRunner(readSnippet(path, bait.places));
  writeFileSync(join(folder, runner.name), runner.text);
  const planted = Object.entries(head.planted).map(([key, value]) => [key, fillIn(value, bait.places)]);
  const child = spawn(
    findEngine(),
    [
      "run",
      "-A",
      "--no-prompt",
      ...UNSTABLE,
      "--config",
      join(bait.places.work!, "deno.json"),
      join(folder, runner.name),
    ],
    {
      env: {
        PATH: process.env.PATH,
        HOME: bait.places.home,
        DENO_DIR: join(folder, "deno"),
        BAIT: bait.token,
        ...Object.fromEntries(planted),
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      timeout: WALL_MS,
      killSignal: "SIGKILL",
    },
  );
  const follower = follow(basename(folder));
  const [stdout, stderr] = [streamEnd(bait.token), streamEnd(bait.token)];
  child.stdout.on("data", stdout.take);
  child.stderr.on("data", stderr.take);
  const exitCode = await new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const { left } = follower.stop();
  const breaches = [
    ...(stdout.sawToken() || stderr.sawToken() ? [{ breach: "secret" as const, detail: "output" }] : []),
    ...left.map((pid) => ({ breach: "left" as const, detail: `process ${pid}` })),
    ...bait.breaches(),
  ];
  for (const pid of left) tryKill(pid);
  rmSync(folder, { recursive: true, force: true });
  return { file: name, exitCode, breaches, stdout: stdout.head(), stderr: stderr.head() };
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}
