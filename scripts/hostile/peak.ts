import { readdirSync, readFileSync } from "node:fs";

const POLL_MS = 5;

/** Follows one child and what it starts, found by a word of its command line. */
export interface Follower {
  /** Stop, and tell the most memory that was resident, in bytes, and what of the child's group is still there. */
  stop(): { readonly peakBytes: number; readonly left: readonly number[] };
}

/** Poll the high-water mark (`VmHWM`, proc(5)) of our child whose command line holds `word`, and of its children. */
export function follow(word: string): Follower {
  let leader: number | null = null;
  const peaks = new Map<number, number>();
  const poll = () => {
    leader ??= childrenOf(process.pid).find((pid) => read(`/proc/${pid}/cmdline`).includes(word)) ?? null;
    if (leader === null) return;
    for (const pid of [leader, ...childrenOf(leader)]) {
      const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
      if (kilobytes > 0) peaks.set(pid, kilobytes * 1024);
    }
  };
  const timer = setInterval(poll, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      const peakBytes = [...peaks.values()].reduce((sum, one) => sum + one, 0);
      return { peakBytes, left: leader === null ? [] : groupOf(leader) };
    },
  };
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
      const [state, , group, session] = read(`/proc/${pid}/stat`).split(") ").at(-1)!.split(" ");
      return state !== "Z" && (Number(group) === leader || Number(session) === leader);
    })
    .map(Number);
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
