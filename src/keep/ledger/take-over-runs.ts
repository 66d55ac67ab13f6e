import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { isCommandName } from "../../terms/command-name.ts";
import { statePaths } from "../places.ts";
import { isObject } from "../read-json.ts";
import { sha256 } from "../sha256.ts";
import type { RunEntry } from "./entry.ts";
import { ensureRunNotes } from "./run-notes.ts";

/** A file of notes that is longer gives way to a new one. */
const NOTES_BYTES_MOST = 1024 * 1024;
const FIRST_LINE_BYTES_MOST = 4096;
const BOOT_ID = "/proc/sys/kernel/random/boot_id";

/**
 * Add the runs that were noted since the last time. How far each file was taken over stands in the ledger and is
 * committed with the rows, so that none is lost or counted twice. Call within a transaction.
 */
export function takeOverRuns(
  db: DatabaseSync,
  state: string,
  now: { readonly ms: number; readonly uptimeMs: number },
): void {
  const { runNotes, runNotesBefore } = statePaths(state);
  const boot = readOrEmpty(BOOT_ID).trim();
  if (boot !== "") {
    // os.uptime and /proc/uptime both count from the boot.
    db.prepare("INSERT OR IGNORE INTO boots (boot, at_ms) VALUES (?, ?)").run(boot, now.ms - now.uptimeMs);
  }
  // Whoever had the earlier file open when it gave way may have added to it since.
  takeOver(db, runNotesBefore, now.ms);
  if (takeOver(db, runNotes, now.ms) < NOTES_BYTES_MOST) return;
  renameSync(runNotes, runNotesBefore);
  ensureRunNotes(runNotes);
}

/** Returns how long the file is. */
function takeOver(db: DatabaseSync, path: string, nowMs: number): number {
  const file = openOrNull(path);
  if (file === null) return 0;
  try {
    const { size, mtimeMs } = fstatSync(file);
    const what = identityOf(file);
    if (what === null) return size;
    const { bytes: from } = (db.prepare("SELECT bytes FROM taken WHERE what = ?").get(what) ?? {
      bytes: 0,
    }) as { bytes: number };
    if (size <= from) return size;
    const text = wholeLines(file, from, size);
    for (const line of text.toString().split("\n")) {
      const run = runOf(line, db, Math.min(mtimeMs, nowMs));
      if (run !== null) insertRun(db, run);
    }
    const upTo = from + text.length;
    db.prepare("INSERT OR REPLACE INTO taken (what, bytes) VALUES (?, ?)").run(what, upTo);
    return size;
  } finally {
    closeSync(file);
  }
}

/** A file is known again by its first line, which never changes and names a moment; an inode may be used again. */
function identityOf(file: number): string | null {
  const start = Buffer.alloc(FIRST_LINE_BYTES_MOST);
  const end = start.subarray(0, readSync(file, start, 0, start.length, 0)).indexOf(0x0a);
  return end === -1 ? null : sha256(start.subarray(0, end));
}

function wholeLines(file: number, from: number, size: number): Buffer {
  const bytes = Buffer.alloc(size - from);
  const read = readSync(file, bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytes.subarray(0, read).lastIndexOf(0x0a) + 1);
}

/** Null for a line that was torn or that is of a newer writ. */
function runOf(line: string, db: DatabaseSync, writtenMs: number): RunEntry | null {
  const stored = parsed(line);
  if (!isObject(stored) || stored.v !== 1) return null;
  const { name, exitCode } = stored;
  if (typeof name !== "string" || !isCommandName(name) || !isCount(exitCode)) return null;
  const timed = "boot" in stored ? timedByBoot(stored, db, writtenMs) : timedByClock(stored);
  return timed && { ...timed, name, exitCode, ...counted(stored) };
}

type Timed = Pick<RunEntry, "at" | "wallMs">;

/**
 * A run that had no clock but the seconds since the machine started (proc(5), uptime). Of a boot that the ledger never
 * saw it is only known when the file was written last.
 */
function timedByBoot(stored: Record<string, unknown>, db: DatabaseSync, writtenMs: number): Timed | null {
  const { boot, from, to } = stored;
  if (typeof boot !== "string" || typeof from !== "number" || typeof to !== "number" || to < from)
    return null;
  const known = db.prepare("SELECT at_ms FROM boots WHERE boot = ?").get(boot) as
    | { at_ms: number }
    | undefined;
  const atMs = known === undefined ? writtenMs : known.at_ms + from * 1000;
  return { at: new Date(atMs).toISOString(), wallMs: Math.round((to - from) * 1000) };
}

function timedByClock({ at, wallMs }: Record<string, unknown>): Timed | null {
  return typeof at === "string" && typeof wallMs === "number" && wallMs >= 0
    ? { at, wallMs: Math.round(wallMs) }
    : null;
}

function counted(
  stored: Record<string, unknown>,
): Pick<RunEntry, "bytesIn" | "recordsIn" | "bytesOut" | "recordsOut"> {
  const count = (value: unknown) => (isCount(value) ? value : null);
  const { bytesIn, recordsIn, bytesOut, recordsOut } = stored;
  return {
    bytesIn: count(bytesIn),
    recordsIn: count(recordsIn),
    bytesOut: count(bytesOut),
    recordsOut: count(recordsOut),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function insertRun(db: DatabaseSync, run: RunEntry): void {
  const { at, name, wallMs, bytesIn, recordsIn, bytesOut, recordsOut, exitCode } = run;
  db.prepare(
    "INSERT INTO runs (at, name, wall_ms, bytes_in, records_in, bytes_out, records_out, exit_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(at, name, wallMs, bytesIn, recordsIn, bytesOut, recordsOut, exitCode);
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
