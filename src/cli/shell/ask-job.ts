import type { ResidentTypeChecker } from "../../host/resident-type-checker.ts";
import type { Job, JobEnd, ToRepair } from "../../shell/app/collaborators.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import type { Context } from "../context.ts";
import type { FoundInputs } from "./choose-inputs.ts";

const REPAIRS_MOST = 3;
/** What was said of the history: once is enough for a shell. */
const told = new Set<string>();

/** One directive of the shell: the same session as `writ ask`, shown and decided there. */
export async function askJob(
  asked: {
    readonly directive: string;
    readonly inputs: FoundInputs;
    readonly repair: ToRepair | null;
    readonly context: Context;
    readonly resident: ResidentTypeChecker | null;
  },
  job: Job,
): Promise<JobEnd> {
  const { directive, inputs, repair, resident } = asked;
  const context: Context = { ...asked.context, signal: job.signal };
  const [
    { askCollaborators },
    { session },
    { recordHistory },
    { draftLimits },
    { requiredSandbox },
    { warmTypes },
  ] = await Promise.all([
    import("../drafting/ask-collaborators.ts"),
    import("../../session/session.ts"),
    import("../../session/record-history.ts"),
    import("../arguments/limit-flags.ts"),
    import("../sandbox/sandbox-level.ts"),
    import("../drafting/type-stage.ts"),
  ]);
  if (resident) warmTypes(resident);
  const { level, required } = await requiredSandbox(context, "the draft");
  const collaborators = await askCollaborators({
    directive,
    files: [],
    inputs: inputs.inputs,
    into: { result: job.result, errors: job.errors },
    flags: { sample: true, output: "auto", input: true },
    context,
    resident,
    faces: { show: async (event) => job.show(event), decide: job.decide, release: async () => {} },
  });
  const settings = {
    directive,
    yes: false,
    dryRun: false,
    noSample: false,
    saveAs: null,
    limits: draftLimits({}, await readCeilings(context.places.config)),
    level,
    requiredLevel: required,
    repairsMost: REPAIRS_MOST,
    tries: false,
    explains: false,
    examples: [],
  };
  const mending = repair && (await import("./repair.ts")).repairing(collaborators, repair);
  const started = session(settings, mending ?? collaborators);
  const events = recordHistory(directive, started, async (recorded) => {
    const { rememberAsk } = await import("../ledger/remember-ask.ts");
    for (const said of await rememberAsk(context.places.state, recorded)) {
      if (!told.has(said)) job.errors(Buffer.from(`writ: ${said}\n`));
      told.add(said);
    }
  });
  try {
    for (;;) {
      const { value, done } = await events.next();
      if (!done) job.show(value);
      else if (value.kind === "dry-run") throw new Error("the shell asks for no dry run");
      else return value.kind === "failed" && job.signal.aborted ? stopped() : value;
    }
  } catch (error) {
    // What was stopped in the middle throws the reason of the signal.
    if (job.signal.aborted && error === job.signal.reason) return stopped();
    throw error;
  }
}

function stopped(): JobEnd {
  return { kind: "failed", failure: { kind: "interrupted", signal: "SIGINT" } };
}
