import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print } from "../faces/print.ts";
import { chosenCommands } from "../kept/chosen-commands.ts";
import { type Tested, testCommand } from "../kept/test-command.ts";
import { testedRow, testedText } from "../kept/tested-text.ts";
import { requiredSandbox } from "../sandbox/sandbox-level.ts";

/** `writ test [NAME…]`: the examples of commands, each run sealed. No model, no question. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const chosen = chosenCommands(context.places, parsed.args);
  await requiredSandbox(context, "the examples");
  const tested: Tested[] = [];
  for (const located of chosen) tested.push(await testCommand(located, context));
  await print(
    parsed.opts().json ? `${JSON.stringify(tested.map(testedRow), null, 2)}\n` : testedText(tested),
  );
  return exitCodeOf(tested);
}

/** What failed comes before what could not be run. */
function exitCodeOf(tested: readonly Tested[]): ExitCode {
  if (tested.some(hasFailed)) return EXIT.examplesFailed;
  const isHeldBack = tested.some((one) => one.kind === "not-run" && one.because !== "asks-for-more");
  return isHeldBack ? EXIT.notApproved : EXIT.done;
}

function hasFailed(tested: Tested): boolean {
  if (tested.kind === "broken") return true;
  return tested.kind === "tested" && tested.results.some(({ status }) => status !== "passed");
}

function program() {
  return newProgram(
    "writ test",
    "Run the examples of commands and say which gave what they expect. Each is run by itself, sealed, with nothing granted; no model is asked. Without NAME: all commands.",
  )
    .argument("[names...]", "the commands; `writ list` shows them")
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      `
Exit codes: 0 every example that was run passed, 5 one did not, 126 a command was not run because nobody approved it
here. What asks for files, variables, the clock or chance is not run, and it is said.

Examples:
  writ test
  writ test slow-requests --json`,
    );
}
