import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { WritError } from "../terms/failure.ts";
import { stateUnusable } from "./atomic-write.ts";
import { makeFolder } from "./make-folder.ts";

/** As long is waited for another writ that changes the same file. */
const WAIT_MS = 5000;
const PAUSE_MS = 10;
/** Taking over from a dead holder takes microseconds; what lies there longer was left by a crash. */
const TAKEOVER_MS = 10_000;

/**
 * Read a file, change it and write it while no other writ does: a lock file beside it, made with O_EXCL, that
 * names its holder. One whose holder does not live any more is taken over. It binds only those who ask for it:
 * an editor that writes the same file is not kept out. Throws `state-unusable`.
 */
export function withLock<T>(path: string, change: () => T): T {
  const lock = `${path}.lock`;
  for (let waitedMs = 0; !acquire(lock); waitedMs += PAUSE_MS) {
    if (waitedMs >= WAIT_MS) throw stateUnusable(path, new Error(heldBy(lock)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return change();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  try {
    makeFolder(dirname(lock));
    if (createExclusive(lock, holderOf(process.pid)!)) return true;
  } catch (error) {
    throw error instanceof WritError ? error : stateUnusable(lock, error);
  }
  if (isLeftBehind(lock)) takeOver(lock);
  return false;
}

/** Only one may remove a lock that was left: another might remove the new one in its place. */
function takeOver(lock: string): void {
  const guard = `${lock}.takeover`;
  if (!createExclusive(guard, "")) {
    if (ageMs(guard) > TAKEOVER_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function createExclusive(path: string, content: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw stateUnusable(path, error);
  }
  writeSync(file, content);
  closeSync(file);
  return true;
}

/** Whether nobody holds it: its holder ended, or never came to write its name. */
function isLeftBehind(lock: string): boolean {
  const holder = readOrNull(lock);
  if (holder === null) return false;
  if (holder === "") return ageMs(lock) > TAKEOVER_MS;
  return holderOf(Number(holder.split(" ")[0])) !== holder;
}

/**
 * A name for a process that no later one has: its number and when it started (field 22 of proc(5)'s stat). Where
 * there is no /proc, the number alone. Null where there is no such process.
 */
function holderOf(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat !== null) return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  return isAlive(pid) ? `${pid} ` : null;
}

function isAlive(pid: number): boolean {
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function heldBy(lock: string): string {
  const pid = readOrNull(lock)?.split(" ")[0];
  return `another writ${pid ? ` (process ${pid})` : ""} is changing it; where none is, remove ${lock}`;
}

function ageMs(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
