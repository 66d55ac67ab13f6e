import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredCommand } from "../terms/command.ts";
import { isCommandName } from "../terms/command-name.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { nearNames } from "../terms/near.ts";
import { readDirectiveFile } from "./directive-file.ts";
import type { Places } from "./places.ts";

/** The folder with `directives/` and `snippets/` of each origin, in lookup order: project, user, shipped. */
export function libraryFolders(places: Places): readonly { origin: Origin; folder: string }[] {
  return [
    ...(places.project ? [{ origin: "project" as const, folder: places.project }] : []),
    { origin: "user", folder: places.data },
    { origin: "shipped", folder: places.shipped },
  ];
}

/** Where the two files of a command lie under one origin's folder. */
export function commandPaths(folder: string, name: string): { directive: string; snippet: string } {
  return {
    directive: join(folder, "directives", `${name}.md`),
    snippet: join(folder, "snippets", `${name}.ts`),
  };
}

/** Names by origin without opening any file, in lookup order. */
export function listNames(places: Places): readonly { origin: Origin; name: string }[] {
  return libraryFolders(places).flatMap(({ origin, folder }) =>
    namesIn(join(folder, "directives")).map((name) => ({ origin, name })),
  );
}

/** Find the first command of that name in lookup order. Throws `no-such-command` with near names. */
export function findCommand(places: Places, name: string): StoredCommand {
  const { origin, folder } = locateCommand(places, name);
  return readCommand(origin, folder, name);
}

/** Where the first command of that name lies, its files unread. Throws `no-such-command` with near names. */
export function locateCommand(places: Places, name: string): { origin: Origin; folder: string } {
  const found = isCommandName(name)
    ? libraryFolders(places).find(({ folder }) => existsSync(commandPaths(folder, name).directive))
    : undefined;
  if (!found) {
    const near = nearNames(
      name,
      listNames(places).map((one) => one.name),
    );
    throw new WritError({ kind: "no-such-command", name, near });
  }
  return found;
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

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3))
    .filter(isCommandName)
    .sort();
}
