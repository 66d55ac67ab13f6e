import { closeSync, openSync, readSync } from "node:fs";

const POLL_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Poll a process's resident memory (the second field of /proc/PID/statm, in pages; proc(5)) and call `over`
 * once it exceeds `mostBytes`. `find` names the process, once it is there. Between two polls a fast allocator can overshoot by some tens of megabytes.
 * Where there is no /proc nothing is watched: the engine's heap flag and RLIMIT_DATA remain. Returns a stop.
 */
export function watchMemory(
  find: () => number | undefined,
  mostBytes: number | null,
  over: (residentBytes: number) => void,
): () => void {
  if (mostBytes === null) return () => {};
  let statm: number | null = openStatm(find());
  const buffer = Buffer.alloc(128);
  let open = true;
  const stop = () => {
    if (!open) return;
    open = false;
    clearInterval(timer);
    if (statm !== null) closeSync(statm);
  };
  const timer = setInterval(() => {
    statm ??= openStatm(find());
    if (statm === null) return;
    const residentBytes = residentOf(statm, buffer);
    if (residentBytes === null) stop();
    else if (residentBytes > mostBytes) {
      stop();
      over(residentBytes);
    }
  }, POLL_MS);
  return stop;
}

function openStatm(pid: number | undefined): number | null {
  try {
    return pid === undefined ? null : openSync(`/proc/${pid}/statm`, "r");
  } catch {
    return null;
  }
}

function residentOf(statm: number, buffer: Buffer): number | null {
  try {
    const length = readSync(statm, buffer, 0, buffer.length, 0);
    const pages = Number(buffer.toString("latin1", 0, length).split(" ")[1]);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
  } catch {
    return null;
  }
}
