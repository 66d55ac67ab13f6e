import { readFileSync } from "node:fs";
import type { StoredCommand } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { readDirectiveFile } from "./directive-file.ts";
import { commandPaths, locateCommand } from "./locate-command.ts";
import type { Places } from "./places.ts";

/** Find the first command of that name in lookup order. Throws `no-such-command` with near names. */
export function findCommand(places: Places, name: string): StoredCommand {
  const { origin, folder } = locateCommand(places, name);
  return readCommand(origin, folder, name);
}

/** Read one command. Throws `configuration` for a directive file that cannot be read, `input-missing` for its code. */
export function readCommand(origin: Origin, folder: string, name: string): StoredCommand {
  const paths = commandPaths(folder, name);
  const { head, directive } = readDirectiveFile(paths.directive, readText(paths.directive));
  return { name, origin, head, directive, code: readText(paths.snippet), paths };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WritError({ kind: "input-missing", input: path, detail }, { cause: error });
  }
}
