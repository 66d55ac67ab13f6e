import { lstatSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { WritError } from "../terms/failure.ts";
import { statePaths } from "./places.ts";

const ROOT = 0;
// Write permission of the group and of others (inode(7)).
const WRITABLE_BY_OTHERS = 0o022;

/**
 * What lies in the state folder decides what runs without a question, so it must be this user's alone. Throws
 * `state-unusable` naming owner, mode, and the command that mends it. What is not there yet is made 0700 when it is needed.
 *
 * It looks at the folder and the ones in it, not at those above: who can rename the whole folder away can put another
 * in its place, which then belongs to somebody else, and so does a link there.
 */
export function requirePrivateState(state: string, uid: number | undefined = process.geteuid?.()): void {
  const { approvals, runs, shippedRuns, runners, stages } = statePaths(state);
  for (const path of [state, approvals, dirname(runs), runs, shippedRuns, runners, stages]) {
    const detail = problemWith(path, uid);
    if (detail !== null) throw new WritError({ kind: "state-unusable", path, detail });
  }
}

/** What is wrong with a folder's owner or mode, and how to mend it, as a clause; null: nothing, or it is not there. */
export function problemWith(path: string, uid: number | undefined): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || uid === undefined) return null;
  const named = lstatSync(path);
  if (named.isSymbolicLink() && ![uid, ROOT].includes(named.uid)) {
    return `it is a link that user ${named.uid} made, and you are ${uid}: see where it leads, and rm ${quoted(path)}`;
  }
  if (found.uid !== uid) {
    return `it belongs to user ${found.uid} and you are ${uid}; it must be yours: chown -R ${uid} ${quoted(path)}`;
  }
  if ((found.mode & WRITABLE_BY_OTHERS) === 0) return null;
  return `others can write to it (mode ${modeOf(found)}, wanted 0700): chmod 700 ${quoted(path)}`;
}

function modeOf({ mode }: Stats): string {
  return `0${(mode & 0o777).toString(8)}`;
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
