import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isCommandName } from "../terms/command-name.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { nearNames } from "../terms/near.ts";
import type { Places } from "./places.ts";

// Apart from reading commands, which needs YAML and schemas: `writ run` only has to find one.

/** The folder with `directives/` and `snippets/` of each origin, in lookup order: project, user, shipped. */
export function libraryFolders(places: Places): readonly { origin: Origin; folder: string }[] {
  return [
    ...(places.project ? [{ origin: "project" as const, folder: places.project }] : []),
    { origin: "user", folder: places.data },
    { origin: "shipped", folder: places.shipped },
  ];
}

/** Where the two files of a command lie under one origin's folder, and the folder of its long examples. */
export function commandPaths(
  folder: string,
  name: string,
): { directive: string; snippet: string; examples: string } {
  return {
    directive: join(folder, "directives", `${name}.md`),
    snippet: join(folder, "snippets", `${name}.ts`),
    examples: join(folder, "directives", name),
  };
}

/** Names by origin without opening any file, in lookup order. */
export function listNames(places: Places): readonly { origin: Origin; name: string }[] {
  return libraryFolders(places).flatMap(({ origin, folder }) =>
    namesIn(join(folder, "directives")).map((name) => ({ origin, name })),
  );
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

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3))
    .filter(isCommandName)
    .sort();
}
