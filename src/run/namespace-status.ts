import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import type { Ending } from "./outcome.ts";

// What the kernel ends a run with. 137 and 153 are codes of the runner too, and read as such.
const SIGNALS: Readonly<Record<number, NodeJS.Signals>> = {
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  7: "SIGBUS",
  11: "SIGSEGV",
  14: "SIGALRM",
  24: "SIGXCPU",
};

/** What bubblewrap tells on its status descriptor, and what follows from it. */
export interface NamespaceStatus {
  /** The engine's process, as this machine numbers it; undefined before it is there. */
  engine(): number | undefined;
  /** How the run itself ended; null: the namespaces were not put up, and nothing ran. */
  ended(code: number | null): Pick<Ending, "code" | "signal"> | null;
}

/**
 * Follow bubblewrap's status: lines of JSON, `child-pid` when its first process is there and `exit-code` when what it
 * started has ended, which it tells only if everything was put up (bwrap(1), --json-status-fd). It hands a signal
 * on as 128 and its number; a run can forge such a code, and ends only itself by it.
 */
export function followStatus(stream: Readable): NamespaceStatus {
  let said = "";
  stream.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  stream.on("error", () => {});
  return {
    engine() {
      const first = /"child-pid": *(\d+)/.exec(said)?.[1];
      return first === undefined ? undefined : onlyChildOf(first);
    },
    ended(code) {
      if (!/"exit-code"/.test(said)) return null;
      const signal = code !== null && code > 128 ? SIGNALS[code - 128] : undefined;
      return signal ? { code: null, signal } : { code, signal: null };
    },
  };
}

// bubblewrap's first process has one child: the engine (proc(5), /proc/PID/task/TID/children).
function onlyChildOf(pid: string): number | undefined {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    return child ? Number(child) : undefined;
  } catch {
    return undefined;
  }
}
