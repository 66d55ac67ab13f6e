import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Approval } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { removeApprovals } from "./approval-list.ts";
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
export function revokeApprovals(places: Places, { origin, folder, name }: Located): readonly Approval[] {
  const project = origin === "project" ? folder : null;
  const bytes = new Set([
    hashOf(commandPaths(folder, name).snippet),
    readCompiled(compiledFolder(places, origin), name)?.sha256,
  ]);
  // The yes first: without it nothing that is left can run.
  const revoked = removeApprovals(
    places.state,
    (approval) => approval.project === project && (approval.name === name || bytes.has(approval.sha256)),
  );
  removeRunFiles(places, origin, name);
  return revoked;
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
