import { closeSync, openSync, readSync } from "node:fs";

/** How long between two looks: seldom while little happens, often while memory grows or is nearly used up. */
const CALM_MS = 50;
const TENSE_MS = 10;
const GROWS_BYTES = 4 * 1024 * 1024;
const PAGE_BYTES = 4096;

/** What was seen of a process's memory: the most that was resident, and the most of class "data" (RLIMIT_DATA). */
export interface MemorySeen {
  readonly residentBytes: number;
  readonly dataBytes: number;
}

export interface MemoryWatch {
  readonly seen: () => MemorySeen;
  readonly stop: () => void;
}

/**
 * Look at a process's memory (/proc/PID/statm, in pages: the second field is resident, the sixth data and stack; proc(5))
 * again and again, and call `over` once what is resident exceeds `mostBytes`. `find` names the process, once it is
 * there. Between two looks a fast allocator can overshoot by some megabytes. Where there is no /proc nothing is
 * watched: the engine's heap flag and RLIMIT_DATA remain.
 */
export function watchMemory(
  find: () => number | undefined,
  mostBytes: number | null,
  over: (residentBytes: number) => void,
): MemoryWatch {
  const buffer = Buffer.alloc(128);
  let seen: MemorySeen = { residentBytes: 0, dataBytes: 0 };
  let statm: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    if (statm !== null) closeSync(statm);
    statm = null;
  };
  const look = (most: number) => {
    statm ??= openStatm(find());
    const now = statm === null ? seen : readStatm(statm, buffer);
    if (now === null) return stop();
    const isTense = now.residentBytes - seen.residentBytes > GROWS_BYTES || now.residentBytes > most * 0.75;
    seen = largest(seen, now);
    if (now.residentBytes > most) {
      stop();
      return over(now.residentBytes);
    }
    timer = setTimeout(look, isTense ? TENSE_MS : CALM_MS, most);
  };
  if (mostBytes !== null) look(mostBytes);
  return { seen: () => seen, stop };
}

function largest(one: MemorySeen, other: MemorySeen): MemorySeen {
  return {
    residentBytes: Math.max(one.residentBytes, other.residentBytes),
    dataBytes: Math.max(one.dataBytes, other.dataBytes),
  };
}

function openStatm(pid: number | undefined): number | null {
  try {
    return pid === undefined ? null : openSync(`/proc/${pid}/statm`, "r");
  } catch {
    return null;
  }
}

function readStatm(statm: number, buffer: Buffer): MemorySeen | null {
  try {
    const length = readSync(statm, buffer, 0, buffer.length, 0);
    const [, resident, , , , data] = buffer.toString("latin1", 0, length).split(" ").map(Number);
    if (resident === undefined || data === undefined) return null;
    return { residentBytes: resident * PAGE_BYTES, dataBytes: data * PAGE_BYTES };
  } catch {
    return null;
  }
}
