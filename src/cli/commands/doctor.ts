import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import type { Context } from "../context.ts";
import { examinationText, examine } from "../examination.ts";
import { helpColumns } from "../hanging.ts";
import { print } from "../print.ts";
import { newProgram, parseProgram, sharedOptions } from "../program.ts";

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
