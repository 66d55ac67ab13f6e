import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { appendLine } from "../append-line.ts";
import { stateUnusable } from "../atomic-write.ts";
import { makeFolder } from "../make-folder.ts";
import { statePaths } from "../places.ts";
import type { RunEntry } from "./entry.ts";

// Each run of a kept command is a line here first: a run that starts no Node can write no table, and no run waits
// for one. Whoever uses the ledger next takes the lines over.

/** Note a run, in one write. Throws `state-unusable`. */
export function noteRun(state: string, run: RunEntry): void {
  const path = statePaths(state).runNotes;
  try {
    appendLine(path, Buffer.from(`${JSON.stringify({ v: 1, ...run })}\n`));
  } catch (error) {
    throw stateUnusable(path, error);
  }
}

/** Make the file where it is missing, for this user alone: runs that start no Node only add to it. */
export function ensureRunNotes(path: string): void {
  try {
    makeFolder(dirname(path));
    closeSync(openSync(path, "a", 0o600));
  } catch {
    // Then those runs are not counted, and run all the same.
  }
}
