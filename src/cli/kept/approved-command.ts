import { readFileSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { commandPaths, locateCommand } from "../../keep/locate-command.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Compiled } from "../../terms/command.ts";
import type { Origin } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import type { Level } from "../../terms/level.ts";
import { keptLimits } from "../../terms/limit.ts";
import type { Context } from "../context.ts";
import type { Faces } from "../faces/faces.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";

/**
 * What an approved command runs from. The short way reads three files, compares two hashes and loads
 * nothing else; anything that differs takes the long way, which checks again and may ask. Throws
 * `no-such-command`, `input-missing`, and what the long way throws.
 */
export async function approvedCommand(
  name: string,
  context: Context,
  options: { readonly quiet: boolean; readonly faces?: Faces },
): Promise<Compiled> {
  const { places } = context;
  const { origin, folder } = locateCommand(places, name);
  const paths = commandPaths(folder, name);
  const now = { code: hashOf(paths.snippet), directive: hashOf(paths.directive) };
  const { required } = await sandboxLevel(context);
  const compiled = forThisMachine(readCompiled(compiledFolder(places, origin), name), origin, required);
  const unchanged =
    compiled?.sha256 === now.code &&
    compiled.directiveSha256 === now.directive &&
    compiled.requiredLevel === required;
  if (compiled && unchanged && (origin === "shipped" || isApproved(places.state, compiled))) return compiled;
  const { approveCommand } = await import("./approve-command.ts");
  return approveCommand({ origin, folder, name, before: compiled, context, ...options });
}

// Shipped commands are approved by installation; the memory they may use and the level they need are this machine's
// and its user's to say.
function forThisMachine(compiled: Compiled | null, origin: Origin, requiredLevel: Level): Compiled | null {
  return compiled && origin === "shipped"
    ? { ...compiled, limits: keptLimits(totalmem()), requiredLevel }
    : compiled;
}

function hashOf(path: string): string {
  try {
    if (!statSync(path).isFile()) {
      throw new WritError({ kind: "input-missing", input: path, detail: "it is not a file" });
    }
    return sha256(readFileSync(path));
  } catch (error) {
    if (error instanceof WritError) throw error;
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WritError({ kind: "input-missing", input: path, detail }, { cause: error });
  }
}
