import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { stateUnusable } from "../atomic-write.ts";
import { withLock } from "../lock.ts";
import { makeFolder } from "../make-folder.ts";
import { statePaths } from "../places.ts";
import type { LedgerNote } from "./entry.ts";
import { APPLICATION_ID, LEDGER_VERSION, SCHEMA } from "./schema.ts";
import { takeOverHistory } from "./take-over-history.ts";
import { takeOverRuns } from "./take-over-runs.ts";

/** Another writ holds the ledger for milliseconds; one that was stopped in the middle may for longer. */
const BUSY_MS = 10_000;
// Result codes of SQLite (sqlite.org/rescode.html).
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** What came of using the ledger. `value` null: it could not be used, and a note says why. */
export interface Used<T> {
  readonly value: T | null;
  readonly notes: readonly LedgerNote[];
}

/**
 * Use the ledger within one transaction that nobody else writes in, made where it is missing, with what was written
 * elsewhere taken over first. One that is damaged is put aside and begun anew; one of a newer writ is left as it is.
 * Throws `state-unusable`.
 */
export async function inLedger<T>(
  state: string,
  now: { readonly ms: number; readonly uptimeMs: number },
  use: (db: DatabaseSync) => T,
): Promise<Used<T>> {
  const sqlite = await loadSqlite();
  if (sqlite === null) return { value: null, notes: [{ kind: "no-sqlite" }] };
  const path = statePaths(state).ledger;
  const attempt = () => {
    ensureThere(path, sqlite);
    return within(path, sqlite, (db) => {
      const newer = refusal(db, path);
      if (newer !== null) return { value: null, notes: [newer] };
      const left = takeOverHistory(db, state);
      takeOverRuns(db, state, now);
      return { value: use(db), notes: left };
    });
  };
  try {
    return attempt();
  } catch (error) {
    if (!isDamage(error)) throw stateUnusable(path, error);
  }
  try {
    const aside = putDamagedAside(path, now.ms, sqlite);
    const again = attempt();
    return { ...again, notes: [{ kind: "damaged", path, aside }, ...again.notes] };
  } catch (error) {
    throw stateUnusable(path, error);
  }
}

/**
 * Look at the ledger without changing anything: what a folder that cannot be written still allows. `value` null where
 * there is none. Throws `state-unusable`.
 */
export async function lookAtLedger<T>(state: string, look: (db: DatabaseSync) => T): Promise<Used<T>> {
  const sqlite = await loadSqlite();
  if (sqlite === null) return { value: null, notes: [{ kind: "no-sqlite" }] };
  const path = statePaths(state).ledger;
  if (!existsSync(path)) return { value: null, notes: [] };
  // Nobody else can write it either; without this SQLite wants to write files beside it.
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  try {
    const db = new sqlite.DatabaseSync(url, { readOnly: true });
    try {
      const newer = refusal(db, path);
      return newer === null ? { value: look(db), notes: [] } : { value: null, notes: [newer] };
    } finally {
      db.close();
    }
  } catch (error) {
    throw stateUnusable(path, error);
  }
}

type Sqlite = typeof import("node:sqlite");

/** Null where this Node was built without it. */
async function loadSqlite(): Promise<Sqlite | null> {
  try {
    return await import("node:sqlite");
  } catch {
    return null;
  }
}

function within<T>(path: string, { DatabaseSync }: Sqlite, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    db.exec("PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
    const value = use(db);
    db.exec("COMMIT");
    return value;
  } finally {
    db.close();
  }
}

/** What keeps a readable file from being used, or null. Throws for one that is none of ours. */
function refusal(db: DatabaseSync, path: string): LedgerNote | null {
  const { application_id } = db.prepare("PRAGMA application_id").get() as { application_id: number };
  if (application_id !== APPLICATION_ID) throw new NotOurs();
  const { user_version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  return user_version > LEDGER_VERSION ? { kind: "newer", path, version: user_version } : null;
}

class NotOurs extends Error {}

function isDamage(error: unknown): boolean {
  if (error instanceof NotOurs) return true;
  const { errcode } = Object(error) as { readonly errcode?: unknown };
  return typeof errcode === "number" && [CORRUPT, NOT_A_DATABASE].includes(errcode & 0xff);
}

/** A new ledger appears whole and in WAL mode, so that nobody meets one that is half made. */
function ensureThere(path: string, { DatabaseSync }: Sqlite): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  withLock(path, () => {
    if (existsSync(path)) return;
    const half = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
    closeSync(openSync(half, "wx", 0o600));
    const db = new DatabaseSync(half);
    try {
      db.exec(`PRAGMA journal_mode = MEMORY; BEGIN; ${SCHEMA} COMMIT; PRAGMA journal_mode = WAL`);
    } finally {
      db.close();
    }
    renameSync(half, path);
  });
}

/** Under the lock, since another writ may have done it meanwhile: then nothing is moved. */
function putDamagedAside(path: string, nowMs: number, sqlite: Sqlite): string {
  const aside = `${path}.damaged-${new Date(nowMs).toISOString().replace(/[:.-]/g, "")}`;
  return withLock(path, () => {
    if (!existsSync(path) || !isDamaged(path, sqlite)) return aside;
    for (const ending of ["-wal", "-shm", ""]) {
      if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
    }
    return aside;
  });
}

function isDamaged(path: string, sqlite: Sqlite): boolean {
  try {
    return within(path, sqlite, (db) => {
      refusal(db, path);
      const [result] = db.prepare("PRAGMA integrity_check(1)").all() as { integrity_check: string }[];
      return result?.integrity_check !== "ok";
    });
  } catch (error) {
    return isDamage(error);
  }
}
