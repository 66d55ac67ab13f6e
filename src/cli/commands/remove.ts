import { commandPaths } from "../../keep/locate-command.ts";
import { removeCommand } from "../../keep/remove-command.ts";
import { quote } from "../../run/sh-quote.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { confirm } from "../faces/confirm.ts";
import { tell } from "../faces/print.ts";
import { ownCommand } from "../kept/own-command.ts";

/** `writ remove NAME`: the command is gone, its files are put aside. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const name = parsed.args[0]!;
  const { yes, project } = parsed.opts<{ readonly yes?: true; readonly project?: true }>();
  const command = ownCommand(context.places, name, { project: project === true, change: "removed" });
  const { directive, snippet } = commandPaths(command.folder, name);
  await confirm(context, {
    what: `remove ${name}`,
    title: `Remove the command ${name} and its approvals?`,
    details: [directive, snippet, "The files are put aside, not deleted."],
    verb: "remove",
    yes: yes === true,
  });
  const { aside, approvals } = removeCommand(context.places, command, new Date().toISOString());
  const gone = `${approvals} ${approvals === 1 ? "approval" : "approvals"} taken back`;
  tell(visibleLine(`removed ${name} (${gone}); its files are in ${aside}`));
  const folders = ["directives", "snippets"].map((one) => quote(`${aside}/${one}`)).join(" ");
  tell(visibleLine(`  to have it back: cp -R ${folders} ${quote(command.folder)} && writ approve ${name}`));
  return EXIT.done;
}

function program() {
  return newProgram(
    "writ remove",
    "Remove a command of your own: its directive, its code, its approvals and what its runs start from. The files are put aside where it says, and are never deleted.",
  )
    .argument("<name>", "the command; `writ list` shows them")
    .option("-y, --yes", "no question")
    .option("--project", "the command of the project around this folder, not your own")
    .addHelpText(
      "after",
      "\nWhat ships with writ cannot be removed.\n\nExample:\n  writ remove slow-requests",
    );
}
