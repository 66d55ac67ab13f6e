import { rmSync } from "node:fs";
import { join } from "node:path";
import { stateUnusable } from "./atomic-write.ts";
import { commandPaths } from "./locate-command.ts";
import type { Places } from "./places.ts";
import { putAside } from "./put-aside.ts";
import { type Located, revokeUnshared } from "./revoke-approvals.ts";

/**
 * Remove a command: its files are put aside first, then its approvals and what it ran from go, then the directive
 * that makes it a command, then the rest, so that a crash in between loses nothing and leaves nothing that runs.
 * A yes to the same bytes stays where another command runs by it.
 * Returns the folder that its files lie in now, and how many approvals went. Throws `state-unusable`.
 */
export function removeCommand(
  places: Places,
  command: Located,
  at: string,
): { readonly aside: string; readonly approvals: number } {
  const { folder, name } = command;
  const { directive, snippet } = commandPaths(folder, name);
  const examples = join(folder, "directives", name);
  const aside = putAside(places.state, {
    name,
    at,
    files: [
      { path: directive, as: `directives/${name}.md` },
      { path: examples, as: `directives/${name}` },
      { path: snippet, as: `snippets/${name}.ts` },
    ],
  });
  const approvals = revokeUnshared(places, command).length;
  for (const path of [directive, snippet, examples]) remove(path);
  return { aside, approvals };
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch (error) {
    throw stateUnusable(path, error);
  }
}
