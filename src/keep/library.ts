import { readFileSync, statSync } from "node:fs";
import type { StoredCommand } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { readDirectiveFile } from "./directive-file.ts";
import { commandPaths, locateCommand } from "./locate-command.ts";
import type { Places } from "./places.ts";

const FILE_BYTES_MOST = 2_000_000;

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

/** A regular file of a sensible size: a pipe would be waited for, for ever. */
function readText(path: string): string {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > FILE_BYTES_MOST) {
      const detail = stats.isFile() ? `it is larger than ${FILE_BYTES_MOST} bytes` : "it is not a file";
      throw new WritError({ kind: "input-missing", input: path, detail });
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof WritError) throw error;
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WritError({ kind: "input-missing", input: path, detail }, { cause: error });
  }
}
