import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print } from "../faces/print.ts";
import { chosenCommands } from "../kept/chosen-commands.ts";
import { verifiedRow, verifiedText } from "../kept/verified-text.ts";
import { type Verified, verifyCommand } from "../kept/verify-command.ts";

/** `writ verify [NAME…]`: what is kept is what was kept, and does what it did. No model, no question. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const verified: Verified[] = [];
  for (const located of chosenCommands(context.places, parsed.args)) {
    verified.push(await verifyCommand(located, context));
  }
  await print(
    parsed.opts().json ? `${JSON.stringify(verified.map(verifiedRow), null, 2)}\n` : verifiedText(verified),
  );
  const hasFailed = verified.some(({ parts }) => parts.some(({ status }) => status === "failed"));
  return hasFailed ? EXIT.examplesFailed : EXIT.done;
}

function program() {
  return newProgram(
    "writ verify",
    "Verify commands: the hash in the directive is that of the code, the static check accepts it, its types hold, its examples pass. No model is asked. Without NAME: all commands.",
  )
    .argument("[names...]", "the commands; `writ list` shows them")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
Exit codes: 0 nothing failed, 5 something did. What nobody approved here is judged, but its examples are not run.

Examples:
  writ verify
  writ verify slow-requests --json`,
    );
}
