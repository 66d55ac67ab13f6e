import { isApproved } from "../../keep/approvals.ts";
import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { readCommand } from "../../keep/library.ts";
import { locateCommand } from "../../keep/locate-command.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import { WritError } from "../../terms/failure.ts";
import type { Limits } from "../../terms/limit.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import type { LimitFlags } from "../arguments/limit-flag-rows.ts";
import { readLimitFlags } from "../arguments/limit-flags.ts";
import { newProgram, parseProgram, sharedOptions } from "../arguments/program.ts";
import type { Context } from "../context.ts";
import { tell } from "../faces/print.ts";
import { type AllowFlags, readAllowFlags } from "../grants/allow-flags.ts";
import { ownPlaces } from "../grants/own-places.ts";
import { approveCommand, compileCommand, type Unsettled } from "../kept/approve-command.ts";
import { workingFolder } from "../places.ts";
import { requiredSandbox } from "../sandbox/sandbox-level.ts";

interface ApproveFlags extends LimitFlags, AllowFlags {
  readonly yes?: true;
  readonly quiet?: true;
}

/** `writ approve NAME`: what the first run would show and ask, without a run. */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  const parsed = await parseProgram(program(), argv);
  if (!parsed) return EXIT.done;
  const flags = parsed.opts<ApproveFlags>();
  const name = parsed.args[0]!;
  const { places } = context;
  const limits = readLimitFlags(flags, await readCeilings(places.config));
  const allowed = readAllowFlags(flags, { cwd: workingFolder(), own: ownPlaces(places), command: "approve" });
  const { origin, folder } = locateCommand(places, name);
  if (origin === "shipped") {
    refuseLimits(name, limits);
    tell(`${name} ships with writ: it is approved by installation, and there is nothing to do`);
    return EXIT.done;
  }
  await requiredSandbox(context, name);
  const before = readCompiled(compiledFolder(places, origin), name);
  const command = readCommand(origin, folder, name);
  const unsettled: Unsettled = {
    ...{ origin, folder, name, before, context, limits },
    quiet: flags.quiet === true,
    leadsTo: "approval",
    ...(flags.yes ? { yes: { allowed } } : {}),
  };
  const wasApproved = isApproved(places.state, await compileCommand(unsettled, command));
  await approveCommand(unsettled);
  if (!flags.quiet)
    tell(wasApproved ? `${name} is approved already` : `${name} is approved: writ run ${name}`);
  return EXIT.done;
}

function refuseLimits(name: string, limits: Partial<Limits>): void {
  if (Object.keys(limits).length === 0) return;
  throw new WritError({
    kind: "usage",
    problem: `${name} ships with writ: its limits are not yours to store`,
    help: `type them with the run: writ run --memory 1G ${name}`,
  });
}

function program() {
  return newProgram(
    "writ approve",
    "Look at a command's code, what it touches and its limits, and approve it. Runs nothing. An approval is for exactly these bytes and limits: whatever changes is asked about again.",
  )
    .argument("<name>", "the command; `writ list` shows them")
    .option(
      "-y, --yes",
      "no question: approve if every check passes and the --allow flags name all it touches",
    )
    .addOption(sharedOptions.time())
    .addOption(sharedOptions.cpu())
    .addOption(sharedOptions.memory())
    .addOption(sharedOptions.maxOutput())
    .addOption(sharedOptions.maxRecords())
    .addOption(sharedOptions.maxLine())
    .addOption(sharedOptions.allowRead())
    .addOption(sharedOptions.allowWrite())
    .addOption(sharedOptions.allowEnv())
    .addOption(sharedOptions.quiet())
    .addHelpText(
      "after",
      `
Limits typed here are approved with it, and hold for every later run. The --allow flags count with --yes: on a
terminal the screen shows what the command touches.

Examples:
  writ approve slow-requests
  writ approve slow-requests --memory 1G --time 5m`,
    );
}
