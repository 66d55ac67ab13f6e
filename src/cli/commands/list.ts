import { readCommand } from "../../keep/library.ts";
import { libraryFolders, listNames } from "../../keep/locate-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import { visibleLine } from "../../terms/visible.ts";
import type { Context } from "../context.ts";
import { print, tell } from "../print.ts";
import { newProgram, parseProgram, sharedOptions } from "../program.ts";

/** `writ list`: name, origin and description of each; what shadows what; a broken one is named on stderr. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const program = newProgram("writ list", "The commands there are, nearest first: project, user, shipped.");
  const parsed = await parseProgram(program.addOption(sharedOptions.json()), argv);
  if (!parsed) return EXIT.done;

  const folders = new Map(libraryFolders(places).map(({ origin, folder }) => [origin, folder]));
  const first = new Map<string, string>();
  const rows = listNames(places).flatMap(({ origin, name }) => {
    const shadowedBy = first.get(name) ?? null;
    if (shadowedBy === null) first.set(name, origin);
    try {
      const { head } = readCommand(origin, folders.get(origin)!, name);
      return [{ name, origin, shadowedBy, description: head.description }];
    } catch (error) {
      if (!(error instanceof WritError)) throw error;
      tell(`writ: ${wordFailure(error.failure).title}`);
      return [];
    }
  });
  await print(parsed.opts().json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return EXIT.done;
}

function table(
  rows: readonly { name: string; origin: string; shadowedBy: string | null; description: string }[],
): string {
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, origin, shadowedBy, description }) => {
      const shadow = shadowedBy ? ` (shadowed by ${shadowedBy})` : "";
      return `${name.padEnd(width)}  ${origin.padEnd(7)}  ${visibleLine(description)}${shadow}\n`;
    })
    .join("");
}
