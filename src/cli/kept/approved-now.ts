import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import type { Located } from "../../keep/revoke-approvals.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Compiled, StoredCommand } from "../../terms/command.ts";
import { WritError } from "../../terms/failure.ts";
import type { Context } from "../context.ts";
import { compileCommand } from "./approve-command.ts";

/**
 * What a run of this command would start from, where there is a yes to exactly these bytes; null where a run would ask, or
 * could not be. Asks nobody and stores nothing.
 */
export async function approvedNow(
  { origin, folder, name }: Located,
  command: StoredCommand,
  context: Context,
): Promise<Compiled | null> {
  const { places } = context;
  const before = readCompiled(compiledFolder(places, origin), name);
  if (origin === "shipped") return before?.sha256 === sha256(command.code) ? before : null;
  try {
    const compiled = await compileCommand({ origin, folder, before, context }, command);
    return isApproved(places.state, compiled) ? compiled : null;
  } catch (error) {
    if (error instanceof WritError) return null;
    throw error;
  }
}
