import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { locateCommand } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import type { Known } from "../../shell/app/parse-line.ts";
import { SLASH_COMMANDS } from "../../shell/app/slash-commands.ts";
import type { NamedFile } from "../../shell/editor/complete-file.ts";
import { createCompleter } from "../../shell/editor/completer.ts";
import type { Complete } from "../../shell/editor/state.ts";
import { isCommandName } from "../../terms/command-name.ts";
import { WritError } from "../../terms/failure.ts";
import type { OptionSchema } from "../../terms/option.ts";

/** What a line may name: kept commands with their options, and files. */
export function knownHere(places: Places): Known {
  return {
    command: (name) => (isCommandName(name) ? schemaOf(places, name) : null),
    isFile: (name) => isFile(name) || isFile(join(places.shipped, name)),
  };
}

/** What may be typed, by the commands that there are now. */
export async function completerHere(places: Places): Promise<Complete> {
  const { listCommands } = await import("../help/command-list.ts");
  const commands = listCommands(places)
    .commands.filter(({ shadowedBy }) => shadowedBy === null)
    .map(({ name, description }) => {
      const schema = schemaOf(places, name);
      return { name, description, schema: schema === "unknown" ? null : schema };
    });
  const files = (prefix: string) => filesHere(prefix, places.shipped);
  return createCompleter({ slash: SLASH_COMMANDS, commands, files });
}

/** The files and folders whose path starts so, as it is written; in `samples/` those that ship with writ too. */
function filesHere(prefix: string, shipped: string): readonly NamedFile[] {
  const here = filesIn(prefix, ".");
  const samples = filesIn(prefix, shipped).filter(
    ({ name }) => name === "samples" || name.startsWith("samples/"),
  );
  return [...new Map([...samples, ...here].map((file) => [file.name, file])).values()];
}

function filesIn(prefix: string, folder: string): readonly NamedFile[] {
  const parent = prefix.endsWith("/") ? prefix : prefix.includes("/") ? `${dirname(prefix)}/` : "";
  const path = parent.startsWith("/") ? parent : join(folder, parent);
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: `${parent === "//" ? "/" : parent}${entry.name}`,
      isFolder: entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(path, entry.name))),
    }));
  } catch {
    return [];
  }
}

function schemaOf(places: Places, name: string): OptionSchema | "unknown" | null {
  try {
    const { origin } = locateCommand(places, name);
    return readCompiled(compiledFolder(places, origin), name)?.schema ?? "unknown";
  } catch (error) {
    if (error instanceof WritError) return null;
    throw error;
  }
}

function isFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isDirectory();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
