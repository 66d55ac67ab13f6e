import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { statePaths } from "../places.ts";
import { ensureRunNotes } from "./run-notes.ts";

/**
 * Forget all of it: rows, what was put aside of damaged ledgers and of the history before there was one, and the notes
 * of runs. What was deleted is overwritten (`PRAGMA secure_delete`). Call within a transaction.
 */
export function clearLedger(db: DatabaseSync, state: string): void {
  db.exec("DELETE FROM requests; DELETE FROM tries; DELETE FROM asks; DELETE FROM runs");
  const { ledger, history, runNotes, runNotesBefore } = statePaths(state);
  const aside = [`${basename(ledger)}.damaged-`, `${basename(history)}.taken`];
  for (const name of readdirSync(state)) {
    if (aside.some((start) => name.startsWith(start))) rmSync(join(state, name), { force: true });
  }
  rmSync(runNotesBefore, { force: true });
  rmSync(runNotes, { force: true });
  ensureRunNotes(runNotes);
}
