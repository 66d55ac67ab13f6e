import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listApprovals } from "./approval-list.ts";
import { storeApproval } from "./approvals.ts";
import { atomicWrite, stateUnusable } from "./atomic-write.ts";
import { readCompiled, storeCompiled } from "./compiled.ts";
import { compiledFolder } from "./compiled-folder.ts";
import { commandPaths } from "./locate-command.ts";
import type { Places } from "./places.ts";
import { type Located, removeRunFiles } from "./revoke-approvals.ts";
import { refuseTaken } from "./save-command.ts";

/**
 * Give a command another name: the same bytes in files of that name, still approved, for a yes is to bytes. The
 * new files are whole before the old ones go. Returns the new paths. Throws `usage`, `name-taken`,
 * `state-unusable`.
 */
export function renameCommand(
  places: Places,
  { origin, folder, name }: Located,
  to: string,
): readonly string[] {
  refuseTaken(places, origin, to);
  const [before, after] = [commandPaths(folder, name), commandPaths(folder, to)];
  const runs = compiledFolder(places, origin);
  const compiled = readCompiled(runs, name);
  try {
    atomicWrite(after.snippet, readFileSync(before.snippet));
    moveIfThere(join(folder, "directives", name), join(folder, "directives", to));
    if (compiled) storeCompiled(runs, { ...compiled, name: to });
    atomicWrite(after.directive, readFileSync(before.directive));
    rmSync(before.directive);
    rmSync(before.snippet);
  } catch (error) {
    throw stateUnusable(after.directive, error);
  }
  removeRunFiles(places, origin, name);
  const project = origin === "project" ? folder : null;
  for (const { approval } of listApprovals(places.state).approvals) {
    const isItsOwn = approval.name === name && approval.origin === origin && approval.project === project;
    if (isItsOwn) storeApproval(places.state, { ...approval, name: to });
  }
  return [after.directive, after.snippet];
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
