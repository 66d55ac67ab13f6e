import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { findTorn } from "./find-torn.ts";
import type { Step } from "./steps.ts";

/** Where writ is killed: a home of its own, a folder to work in, an environment. */
export interface Ground {
  readonly home: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What came of one step that was killed, or that ended before the kill. */
export interface Crash {
  readonly step: string;
  readonly wasKilled: boolean;
  /** What was found torn afterwards, and what the next starts could not do. */
  readonly faults: readonly string[];
}

/** Milliseconds that a step takes where nothing kills it. @throws Error where it does not work at all */
export async function timeOf(step: Step, ground: Ground): Promise<number> {
  const began = performance.now();
  const { code, stderr } = await ended(start(step.line, ground));
  if (code !== 0) throw new Error(`${step.name} does not work, without any kill: ${stderr}`);
  return performance.now() - began;
}

/** Start a step, kill all of it with SIGKILL after so many milliseconds, look at every file, and start again. */
export async function crash(step: Step, ground: Ground, afterMs: number): Promise<Crash> {
  const child = start(step.line, ground);
  const ending = ended(child);
  await Promise.race([wait(afterMs), ending]);
  const wasKilled = child.exitCode === null && killAll(child.pid!);
  await ending;
  return { step: step.name, wasKilled, faults: [...findTorn(ground.home), ...(await startAgain(ground))] };
}

const STDERR_MOST = 500;

/** What must still work after any crash: to look, and to change and run what is kept. */
const NEXT = [
  "writ list",
  "writ approvals",
  "writ history",
  "writ config model.wait_total 5m",
  "writ run mine --field status access.log",
];

async function startAgain(ground: Ground): Promise<readonly string[]> {
  const { code, stderr } = await ended(start(NEXT.join(" && "), ground));
  return code === 0 ? [] : [`the next start: exit ${code}: ${stderr.trim().slice(-STDERR_MOST)}`];
}

function start(line: string, { folder, env }: Ground) {
  return spawn("bash", ["-c", `{ ${line}; } >/dev/null`], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function ended(
  child: ReturnType<typeof start>,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((done) => child.once("close", (code) => done({ code, stderr })));
}

function killAll(group: number): boolean {
  try {
    return process.kill(-group, "SIGKILL");
  } catch {
    return false;
  }
}
