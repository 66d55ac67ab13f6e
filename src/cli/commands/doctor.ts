import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { helpColumns } from "../faces/hanging.ts";
import { print } from "../faces/print.ts";
import { examinationText, examine } from "../sandbox/examination.ts";

/** `writ doctor`: looks, starts nothing, sends nothing. Exit 2 where something needed is missing. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const program = newProgram("writ doctor", "What this machine and installation offer, and what is missing.");
  const parsed = await parseProgram(program.addOption(sharedOptions.json()), argv);
  if (!parsed) return EXIT.done;
  const rows = await examine(context);
  await print(
    parsed.opts().json ? `${JSON.stringify(rows, null, 2)}\n` : examinationText(rows, helpColumns()),
  );
  return rows.some((row) => row.ok === false) ? EXIT.usage : EXIT.done;
}
