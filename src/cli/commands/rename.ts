import { renameCommand } from "../../keep/rename-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { tell } from "../faces/print.ts";
import { ownCommand } from "../kept/own-command.ts";

/** `writ rename OLD NEW`: the same command under another name, still approved. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const [from, to] = parsed.args as [string, string];
  const project = parsed.opts<{ readonly project?: true }>().project === true;
  const command = ownCommand(places, from, { project, change: "renamed" });
  if (from === to) throw new WritError({ kind: "usage", problem: `${from} has that name already` });
  const paths = renameCommand(places, command, to);
  tell(visibleLine(`${from} is ${to} now: ${paths.join(", ")}`));
  return EXIT.done;
}

function program() {
  return newProgram(
    "writ rename",
    "Give a command of your own another name. Its code is the same, so it stays approved. A name that is taken is refused.",
  )
    .argument("<old>", "the command; `writ list` shows them")
    .argument("<new>", "lower-case letters, digits and dashes")
    .option("--project", "the command of the project around this folder, not your own")
    .addHelpText("after", "\nExample:\n  writ rename slow-requests slow");
}
