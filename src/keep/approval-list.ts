import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Approval } from "../terms/command.ts";
import { approvalKey, isApproval } from "./approvals.ts";
import { stateUnusable } from "./atomic-write.ts";
import { statePaths } from "./places.ts";
import { newerVersion, readJson } from "./read-json.ts";

/** A stored yes and the file it lies in. `key` is what it is found by. */
export interface StoredApproval {
  readonly key: string;
  readonly path: string;
  readonly approval: Approval;
}

/** Every stored yes, newest first; and what is wrong with the files that count as none. */
export function listApprovals(state: string): {
  readonly approvals: readonly StoredApproval[];
  readonly broken: readonly { readonly path: string; readonly problem: string }[];
} {
  const read = approvalFiles(state).map((path) => ({ path, stored: readJson(path) }));
  const approvals = read.flatMap(({ path, stored }) =>
    counts(path, stored) ? [{ path, approval: stored, key: approvalKey(stored) }] : [],
  );
  const broken = read.flatMap(({ path, stored }) =>
    counts(path, stored) ? [] : [{ path, problem: problemOf(stored) }],
  );
  return { approvals: approvals.toSorted((a, b) => (a.approval.at < b.approval.at ? 1 : -1)), broken };
}

/** Take back what matches. Returns what was taken back. Throws `state-unusable`. */
export function removeApprovals(
  state: string,
  matches: (approval: Approval) => boolean,
): readonly Approval[] {
  const found = listApprovals(state).approvals.filter(({ approval }) => matches(approval));
  for (const { path } of found) {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw stateUnusable(path, error);
    }
  }
  return found.map(({ approval }) => approval);
}

function approvalFiles(state: string): readonly string[] {
  const folder = statePaths(state).approvals;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(folder, file));
}

/** One that was changed by hand no longer lies under its own key, and is none. */
function counts(path: string, stored: unknown): stored is Approval {
  return isApproval(stored) && path.endsWith(`/${approvalKey(stored)}.json`);
}

function problemOf(stored: unknown): string {
  const newer = newerVersion(stored);
  if (newer !== null) return `it was written by a newer writ (version ${newer}), and counts as no approval`;
  return isApproval(stored)
    ? "it was changed since it was given, and counts as no approval"
    : "it cannot be read as an approval, and counts as none";
}
