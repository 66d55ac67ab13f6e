import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A process that was sent its end needs a moment to go. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 20;

/** What a situation left behind: processes that work in its folder, and temporary files. Empty where nothing. */
export async function whatStays(folder: string): Promise<readonly string[]> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    const left = [...processesIn(folder), ...temporaryFiles(folder)];
    if (left.length === 0 || waitedMs >= PATIENCE_MS) return left;
    await wait(PAUSE_MS);
  }
}

/** By /proc/PID/cwd (proc(5)); nothing where there is no /proc. */
function processesIn(folder: string): readonly string[] {
  return list("/proc")
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === folder)
    .map((pid) => `process ${pid}`);
}

function temporaryFiles(folder: string): readonly string[] {
  return list(join(folder, "tmp")).map((name) => `temporary file ${name}`);
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(join("/proc", pid, "cwd"));
  } catch {
    return null;
  }
}
