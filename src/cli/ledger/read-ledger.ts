import { accessSync, constants } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { inLedger, lookAtLedger } from "../../keep/ledger/open-ledger.ts";
import { tell } from "../faces/print.ts";
import { clock } from "./remember-ask.ts";
import { wordNote } from "./word-note.ts";

/**
 * Read the ledger, with what was noted since taken over first where the state folder can be written. Null where there
 * is none that can be read; why is said on stderr. Throws `state-unusable`.
 */
export async function readLedger<T>(state: string, read: (db: DatabaseSync) => T): Promise<T | null> {
  const { value, notes } = canWrite(state)
    ? await inLedger(state, clock(), read)
    : await lookAtLedger(state, read);
  for (const note of notes) tell(`writ: ${wordNote(note)}`);
  return value;
}

/** What is not there yet can be made. */
function canWrite(state: string): boolean {
  try {
    accessSync(state, constants.W_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}
