import { readdirSync, readFileSync } from "node:fs";

const POLL_MS = 5;
const DYING_LOOKS = 40;

/** Follows one child and what it starts, found by a word of its command line. */
export interface Follower {
  /** Stop, and tell the most memory that was resident, in bytes, and what of the child's group is still there. */
  stop(): { readonly peakBytes: number; readonly left: readonly number[] };
}

/** Poll the high-water mark (`VmHWM`, proc(5)) of our child whose command line holds `word`, and of what it started. */
export function follow(word: string): Follower {
  let leader: number | null = null;
  const peaks = new Map<number, number>();
  const poll = () => {
    leader ??= childrenOf(process.pid).find((pid) => read(`/proc/${pid}/cmdline`).includes(word)) ?? null;
    if (leader === null) return;
    for (const pid of [leader, ...descendantsOf(leader)]) {
      const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
      if (kilobytes > 0) peaks.set(pid, kilobytes * 1024);
    }
  };
  const timer = setInterval(poll, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      const peakBytes = [...peaks.values()].reduce((sum, one) => sum + one, 0);
      return {
        peakBytes,
        left: leader === null ? [] : leftOf(leader, [...peaks.keys()]),
      };
    },
  };
}

/** Inside namespaces the engine is a grandchild in a session of its own. */
function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** What is dying gets a moment: bubblewrap does not wait for its own first process. */
function leftOf(leader: number, seen: readonly number[]): readonly number[] {
  for (let look = 1; ; look++) {
    const left = [...new Set([...groupOf(leader), ...stillThere(seen)])];
    if (left.length === 0 || look === DYING_LOOKS) return left;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

function stillThere(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => !["", "Z"].includes(stateOf(`${pid}`)[0] ?? ""));
}

function childrenOf(pid: number): number[] {
  return tasks(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean).map(Number),
  );
}

/** Processes that are still alive in the group or session that a process led. */
function groupOf(leader: number): number[] {
  return names("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      // After the command name in brackets: state, parent, group, session.
      const [state, , group, session] = stateOf(pid);
      return state !== "Z" && (Number(group) === leader || Number(session) === leader);
    })
    .map(Number);
}

function stateOf(pid: string): string[] {
  return read(`/proc/${pid}/stat`).split(") ").at(-1)!.split(" ");
}

const tasks = (pid: number): string[] => names(`/proc/${pid}/task`);

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
