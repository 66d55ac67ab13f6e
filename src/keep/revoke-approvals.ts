import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Approval } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { removeApprovals } from "./approval-list.ts";
import { approvalKey, storeApproval } from "./approvals.ts";
import { stateUnusable } from "./atomic-write.ts";
import { readCompiled } from "./compiled.ts";
import { compiledFolder } from "./compiled-folder.ts";
import { commandPaths } from "./locate-command.ts";
import type { Places } from "./places.ts";
import { sha256 } from "./sha256.ts";

/** A command, whether its files are there or not. `folder` is where its origin keeps them. */
export interface Located {
  readonly origin: Origin;
  readonly folder: string;
  readonly name: string;
}

/**
 * Take back every yes by which this command could run: those given under its name, and those to the bytes it has
 * now or had when it was last approved, under whatever name, for a yes is to bytes. What it started from is gone
 * too. Returns what was taken back. Throws `state-unusable`.
 */
export function revokeApprovals(places: Places, command: Located): readonly Approval[] {
  return takeBack(places, command, () => false);
}

/** The same for a command that goes: a yes by which another command runs stays, under the name of that one. */
export function revokeUnshared(places: Places, command: Located): readonly Approval[] {
  const others = namesByKey(places, command);
  return takeBack(places, command, (approval) => {
    const other = others.get(approvalKey(approval));
    if (other === undefined) return false;
    if (approval.name === command.name) storeApproval(places.state, { ...approval, name: other });
    return true;
  });
}

function takeBack(
  places: Places,
  { origin, folder, name }: Located,
  isKept: (approval: Approval) => boolean,
): readonly Approval[] {
  const project = origin === "project" ? folder : null;
  const bytes = new Set([
    hashOf(commandPaths(folder, name).snippet),
    readCompiled(compiledFolder(places, origin), name)?.sha256,
  ]);
  // The yes first: without it nothing that is left can run.
  const revoked = removeApprovals(
    places.state,
    (approval) =>
      approval.project === project &&
      (approval.name === name || bytes.has(approval.sha256)) &&
      !isKept(approval),
  );
  removeRunFiles(places, origin, name);
  return revoked;
}

/** What the other commands of the same place run by, each with the name of one of them. */
function namesByKey(places: Places, { origin, folder, name }: Located): ReadonlyMap<string, string> {
  const runs = compiledFolder(places, origin);
  const project = origin === "project" ? folder : null;
  const others = (existsSync(runs) ? readdirSync(runs) : [])
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .filter((other) => other !== name && existsSync(commandPaths(folder, other).directive));
  return new Map(
    others.flatMap((other) => {
      const compiled = readCompiled(runs, other);
      return compiled ? [[approvalKey({ ...compiled, project }), other] as const] : [];
    }),
  );
}

/** Remove what a command's runs start from, the script of the short way first. */
export function removeRunFiles(places: Places, origin: Origin, name: string): void {
  if (origin === "shipped") return;
  for (const extension of ["sh", "ts", "json"]) {
    const path = join(compiledFolder(places, origin), `${name}.${extension}`);
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw stateUnusable(path, error);
    }
  }
}

function hashOf(path: string): string | null {
  return existsSync(path) ? sha256(readFileSync(path)) : null;
}
