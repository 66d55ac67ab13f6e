import { listApprovals } from "../../keep/approval-list.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { print, tell } from "../faces/print.ts";
import { approvalTable, listedApprovals } from "../kept/approval-table.ts";

/** `writ approvals`: every stored yes, newest first; what cannot be read is named on stderr and counts as none. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const { approvals, broken } = listApprovals(places.state);
  for (const { path, problem } of broken) tell(visibleLine(`writ: ${path}: ${problem}`));
  const listed = listedApprovals(places, approvals);
  if (parsed.opts().json) await print(`${JSON.stringify(listed, null, 2)}\n`);
  else if (listed.length === 0)
    tell("nothing was approved yet; what ships with writ is approved by installation");
  else await print(approvalTable(listed));
  return EXIT.done;
}

function program() {
  return newProgram(
    "writ approvals",
    "What you approved, newest first. A yes is for bytes: one without a name was given to a draft. `unused`: no command runs by it now.",
  )
    .addOption(sharedOptions.json())
    .addHelpText("after", "\nTake one back: writ revoke NAME");
}
