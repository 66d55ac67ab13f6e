import { spawn } from "node:child_process";
import { constants } from "node:os";
import type { Situation } from "./situation.ts";

/** How a line ended, and what it printed. `exit` is 128 and the signal's number where one ended the shell. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Longer than any situation takes: what is not over by then hangs. */
const PATIENCE_MS = 60_000;

/**
 * Run a line of bash in a session of its own, so without a controlling terminal, with an empty stdin; send the
 * signal to its whole group when stdout has shown what it waits for. What hangs is killed, and shown as 137.
 */
export function runLine(
  line: string,
  where: {
    readonly folder: string;
    readonly env: Readonly<Record<string, string>>;
    readonly signal?: Situation["signal"];
  },
): Promise<Ended> {
  const { folder, env, signal } = where;
  const child = spawn("bash", ["-c", line], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const sendAll = (name: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, name);
    } catch {
      // It ended meanwhile.
    }
  };
  let stdout = "";
  let stderr = "";
  let isSent = signal === undefined;
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    if (isSent || signal === undefined || !stdout.includes(signal.after)) return;
    isSent = true;
    sendAll(signal.send);
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const hangs = setTimeout(() => sendAll("SIGKILL"), PATIENCE_MS);
  return new Promise((done) => {
    child.once("close", (code, died) => {
      clearTimeout(hangs);
      done({ stdout, stderr, exit: code ?? 128 + constants.signals[died ?? "SIGKILL"] });
    });
  });
}
