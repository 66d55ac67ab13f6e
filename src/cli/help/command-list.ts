import { readCommand } from "../../keep/library.ts";
import { libraryFolders, listNames } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import type { Origin } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { visibleLine } from "../../terms/visible.ts";

/** One command of the list. `shadowedBy`: a nearer folder has one of the same name. */
export interface ListedCommand {
  readonly name: string;
  readonly origin: Origin;
  readonly shadowedBy: Origin | null;
  readonly description: string;
}

/** Every command there is, nearest first, and what is wrong with those that cannot be read. */
export function listCommands(places: Places): {
  readonly commands: readonly ListedCommand[];
  readonly broken: readonly string[];
} {
  const folders = new Map(libraryFolders(places).map(({ origin, folder }) => [origin, folder]));
  const first = new Map<string, Origin>();
  const broken: string[] = [];
  const commands = listNames(places).flatMap(({ origin, name }) => {
    const shadowedBy = first.get(name) ?? null;
    if (shadowedBy === null) first.set(name, origin);
    try {
      const { head } = readCommand(origin, folders.get(origin)!, name);
      return [{ name, origin, shadowedBy, description: head.description }];
    } catch (error) {
      if (!(error instanceof WritError)) throw error;
      broken.push(wordFailure(error.failure).title);
      return [];
    }
  });
  return { commands, broken };
}

/** The list as text, one line each. */
export function commandTable(commands: readonly ListedCommand[]): string {
  const width = Math.max(0, ...commands.map(({ name }) => name.length));
  return commands
    .map(({ name, origin, shadowedBy, description }) => {
      const shadow = shadowedBy ? ` (shadowed by ${shadowedBy})` : "";
      return `${name.padEnd(width)}  ${origin.padEnd(7)}  ${visibleLine(description)}${shadow}\n`;
    })
    .join("");
}
