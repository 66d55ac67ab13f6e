import { lastToSave, terminalKey } from "../../keep/last-approved.ts";
import { saveCommand } from "../../keep/save-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { tell } from "../faces/print.ts";

/** `writ save NAME`: keep the last draft approved from this terminal. It was approved: nothing is asked. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const program = newProgram("writ save", "Keep what was approved last from this terminal as a command.")
    .argument("<name>", "lower-case letters, digits and dashes")
    .option("--project", "into the project around this folder (beside its writ.toml), not your own folder");
  const parsed = await parseProgram(program, argv);
  if (!parsed) return EXIT.done;
  const last = lastToSave(places.state, terminalKey());
  const name = parsed.args[0]!;
  const paths = saveCommand({
    places,
    name,
    last,
    project: parsed.opts().project === true,
    at: new Date().toISOString(),
  });
  tell(`saved ${name}: ${paths.join(", ")}`);
  tell(`run it again without a model: writ run ${name}`);
  return EXIT.done;
}
