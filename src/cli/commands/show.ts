import { findCommand } from "../../keep/library.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print } from "../faces/print.ts";
import { approvalState, describeCommand, fieldsRead } from "../help/command-page.ts";

/** `writ show NAME`: a command as it lies on disk. Runs nothing; control characters are made visible. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const program = newProgram("writ show", "A command's directive, approval and code. Runs nothing.")
    .argument("<name>")
    .addOption(sharedOptions.json());
  const parsed = await parseProgram(program, argv);
  if (!parsed) return EXIT.done;
  const command = findCommand(places, parsed.args[0]!);
  const approved = approvalState(places, command);
  const reads = await fieldsRead(places, command);
  await print(
    parsed.opts().json
      ? `${JSON.stringify({ ...command, approved, reads }, null, 2)}\n`
      : describeCommand(command, { approved, reads }),
  );
  return EXIT.done;
}
