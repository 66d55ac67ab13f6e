import type { Example } from "../terms/example.ts";
import type { StageName, StageResult } from "../terms/verdict.ts";
import type { Collaborators, Executed, Runnable } from "./collaborators.ts";
import type { Judged } from "./judged.ts";
import { reasonOf } from "./reason-of.ts";
import type { Step } from "./step.ts";

/** Which of the stages that execute are wanted, and who runs them; or why none is. */
export type Executing =
  | { readonly kind: "nothing"; readonly why: string }
  | {
      readonly kind: "wanted";
      readonly with_: Pick<Collaborators, "trial" | "examples">;
      readonly tries: boolean;
      readonly examples: readonly Example[];
      /** A person who saw that the types failed may want to see it run all the same. */
      readonly afterTypes: "passed" | "failed";
    };

export const NOT_ASKED: Executing = { kind: "nothing", why: "not asked for" };

/**
 * Run trial and examples on a judged draft as far as they are wanted and nothing before them failed. What was said of them
 * before gives way.
 */
export async function* executeStages(judged: Judged, executing: Executing): Step<Judged> {
  const before = judged.stages.filter(({ stage }) => stage === "safety" || stage === "types");
  const obstacle = obstacleIn(before, executing);
  const runnable = runnableOf(judged);
  const trial = yield* execute("trial", whyNoTrial(executing) ?? obstacle, (with_) =>
    with_.trial(runnable()),
  );
  const stopped = trial.result.status === "failed" ? "the trial failed" : null;
  const given = executing.kind === "wanted" ? executing.examples : [];
  const why = whyNoExamples(executing) ?? obstacle ?? stopped;
  const examples = yield* execute("examples", why, (with_) => with_.examples(runnable(), given));
  const stages = [...before, trial.result, examples.result];
  const said = [judged.found, trial.diagnostics, examples.diagnostics].filter((one) => one !== "");
  return { ...judged, stages, diagnostics: said.join("\n"), reason: judged.reason || reasonOf(stages) };

  async function* execute(
    stage: StageName,
    whyNot: string | null,
    start: (with_: Pick<Collaborators, "trial" | "examples">) => Promise<Executed>,
  ): Step<Executed> {
    const executed =
      whyNot === null && executing.kind === "wanted"
        ? await start(executing.with_)
        : { result: notRun(stage, whyNot ?? ""), diagnostics: "" };
    yield { type: "stage", result: executed.result };
    return executed;
  }
}

export function notRun(stage: StageName, detail: string): StageResult {
  return { stage, status: "not-run", detail, findings: [] };
}

function obstacleIn(before: readonly StageResult[], executing: Executing): string | null {
  const goesOn = executing.kind === "wanted" && executing.afterTypes === "failed";
  const failed = before.find(({ stage, status }) => status !== "passed" && (stage === "safety" || !goesOn));
  if (failed === undefined) return null;
  return failed.stage === "safety" ? "the safety stage refused" : "the types stage failed";
}

function whyNoTrial(executing: Executing): string | null {
  if (executing.kind === "nothing") return executing.why;
  return executing.tries ? null : "not asked for";
}

function whyNoExamples(executing: Executing): string | null {
  if (executing.kind === "nothing") return executing.why;
  return executing.examples.length > 0 ? null : "none given";
}

/** What is run of a draft. Throws where the check refuses it, which is a bug of the caller. */
export function runnableOf({ draft, verdict, granting }: Judged): () => Runnable {
  return () => {
    if (!verdict.accepted) throw new Error("what the check refuses is never run");
    const { javascript, schema, reads } = verdict;
    return { draft, javascript, schema, reads, capabilities: granting.capabilities };
  };
}
