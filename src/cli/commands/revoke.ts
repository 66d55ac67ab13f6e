import { listApprovals } from "../../keep/approval-list.ts";
import { locateCommand } from "../../keep/locate-command.ts";
import { type Located, revokeApprovals } from "../../keep/revoke-approvals.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import { visibleLine } from "../../terms/visible.ts";
import { newProgram, parseProgram } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { tell } from "../faces/print.ts";

/** `writ revoke NAME`: nothing of it runs again before it is asked about. */
export async function run(argv: readonly string[], { places }: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const name = parsed.args[0]!;
  const command = locateOrApproved(places, name);
  if (command.origin === "shipped") {
    throw new WritError({
      kind: "usage",
      problem: `${name} ships with writ and is approved by installation: there is no approval to take back`,
      help: "what ships with writ goes when writ is uninstalled",
    });
  }
  const revoked = revokeApprovals(places, command);
  const others = [...new Set(revoked.map((one) => one.name))].filter((one) => one !== name && one !== "");
  tell(
    `${name}: ${revoked.length} ${revoked.length === 1 ? "approval" : "approvals"} taken back; its next run asks`,
  );
  if (others.length > 0)
    tell(`  the same bytes were approved as ${visibleLine(others.join(", "))} too, and ask again`);
  return EXIT.done;
}

/** A command whose files are gone may still be approved. Throws `no-such-command`. */
function locateOrApproved(places: Context["places"], name: string): Located {
  try {
    return { ...locateCommand(places, name), name };
  } catch (error) {
    const { approvals } = listApprovals(places.state);
    if (!approvals.some(({ approval }) => approval.name === name && approval.project === null)) throw error;
    return { origin: "user", folder: places.data, name };
  }
}

function program() {
  return newProgram(
    "writ revoke",
    "Take back the approvals of a command, whatever limits they were given with. Its files stay; the next run asks, and without a terminal nothing runs.",
  )
    .argument("<name>", "the command; `writ approvals` shows what is approved")
    .addHelpText("after", "\nExample:\n  writ revoke slow-requests");
}
