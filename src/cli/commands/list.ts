import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print, tell } from "../faces/print.ts";
import { commandTable, listCommands } from "../help/command-list.ts";

/** `writ list`: name, origin and description of each; what shadows what; a broken one is named on stderr. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const program = newProgram("writ list", "The commands there are, nearest first: project, user, shipped.");
  const parsed = await parseProgram(program.addOption(sharedOptions.json()), argv);
  if (!parsed) return EXIT.done;
  const { commands, broken } = listCommands(places);
  for (const problem of broken) tell(`writ: ${problem}`);
  await print(parsed.opts().json ? `${JSON.stringify(commands, null, 2)}\n` : commandTable(commands));
  return EXIT.done;
}
