// What runs on this machine, by /proc.
import { readdirSync, readFileSync } from "node:fs";

/** Processes, but those that only wait to be counted, whose command line or environment holds `word`. */
export function processesWith(word: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      const isGone = /^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`));
      return !isGone && `${read(`/proc/${pid}/cmdline`)}${read(`/proc/${pid}/environ`)}`.includes(word);
    })
    .map(Number);
}

/** Resolves once there is no such process; the test's own time limit is the bound. */
export async function gone(word: string): Promise<void> {
  while (processesWith(word).length > 0) await new Promise((next) => setImmediate(next));
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
