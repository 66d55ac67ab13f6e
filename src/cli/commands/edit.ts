import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { newProgram, parseProgram } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { openFaces } from "../faces/faces.ts";
import { tell } from "../faces/print.ts";
import { editCommand } from "../kept/edit-command.ts";
import { ownCommand } from "../kept/own-command.ts";

interface EditFlags {
  readonly directive?: true;
  readonly project?: true;
}

/** `writ edit NAME`: the command's code in the user's editor, then the question about what came of it. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const name = parsed.args[0]!;
  const { directive, project } = parsed.opts<EditFlags>();
  const command = ownCommand(context.places, name, { project: project === true, change: "edited" });
  await needTerminal(context, name);
  const file = directive ? "directive" : "snippet";
  const kept = await editCommand(command, file, context);
  tell(kept === "kept" ? `${name} is kept as you edited it: writ run ${name}` : `${name} was not changed`);
  return EXIT.done;
}

/** Before the editor opens: nobody should write something that cannot be asked about. */
async function needTerminal(context: Context, name: string): Promise<void> {
  const faces = await openFaces(context, { asks: true, quiet: true, events: null });
  await faces.release();
  if (!faces.canAsk)
    throw new WritError({ kind: "not-confirmed", what: `keep an edit of ${name}`, reason: "no-terminal" });
}

function program() {
  return newProgram(
    "writ edit",
    "Change a command of your own in your editor (VISUAL, EDITOR, or vi). What you wrote is checked and shown, and kept once you approve it; until then the command is as it was.",
  )
    .argument("<name>", "the command; `writ list` shows them")
    .option("--directive", "edit the directive and its front matter, not the code")
    .option("--project", "the command of the project around this folder, not your own")
    .addHelpText(
      "after",
      "\nExamples:\n  writ edit slow-requests\n  EDITOR='code --wait' writ edit slow-requests --directive",
    );
}
