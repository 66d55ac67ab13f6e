import { readFileSync } from "node:fs";
import type { Compiled, StoredCommand } from "../terms/command.ts";
import { WritError } from "../terms/failure.ts";
import { storeApproval } from "./approvals.ts";
import { atomicWrite } from "./atomic-write.ts";
import { storeCompiled } from "./compiled.ts";
import { compiledFolder } from "./compiled-folder.ts";
import type { Places } from "./places.ts";
import type { Located } from "./revoke-approvals.ts";
import { sha256 } from "./sha256.ts";

/** A command as its edit began, and what its two files become. */
export interface Edit {
  readonly before: StoredCommand;
  /** The bytes of the directive's file as the edit began. */
  readonly directiveBefore: string;
  readonly code: string;
  /** The whole text of the directive's file. */
  readonly directive: string;
}

/**
 * Keep an approved edit: the yes, then the changed files, then what runs start from. A crash in between leaves a
 * command that asks again. Throws `usage` where the files are not what they were when the edit began,
 * `state-unusable`.
 */
export function storeEdit(
  places: Places,
  { origin, name }: Located,
  { edit, compiled, at }: { readonly edit: Edit; readonly compiled: Compiled; readonly at: string },
): void {
  const { before, code, directive, directiveBefore } = edit;
  const { paths } = before;
  if (!holds(paths.snippet, before.code) || !holds(paths.directive, directiveBefore)) {
    throw new WritError({
      kind: "usage",
      problem: `${name} was changed by something else while you edited it`,
      help: `look at it and edit it again: writ show ${name}`,
    });
  }
  storeApproval(places.state, { ...compiled, origin, at });
  if (code !== before.code) atomicWrite(paths.snippet, code);
  if (directive !== directiveBefore) atomicWrite(paths.directive, directive);
  const runs = compiledFolder(places, origin);
  storeCompiled(runs, { ...compiled, directiveSha256: sha256(directive) });
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, "utf8") === text;
  } catch {
    return false;
  }
}
