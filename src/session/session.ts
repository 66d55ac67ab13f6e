import type { SessionEvent, UnstampedEvent } from "../terms/event.ts";
import { type Failure, WritError } from "../terms/failure.ts";
import type { Outcome } from "../terms/outcome.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import type { Approved, Collaborators } from "./collaborators.ts";
import { draftFromLibrary } from "./draft-from-library.ts";
import { draftUntilItHolds } from "./draft-until-it-holds.ts";
import { executing } from "./executing.ts";
import { explain } from "./explain.ts";
import { judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { repairRun, type Tried } from "./repair-run.ts";
import { sampleToSend } from "./sample-to-send.ts";
import type { AskSettings } from "./settings.ts";
import { type Settled, settle } from "./settle.ts";
import { stageFailure } from "./stage-failure.ts";
import type { Asking, Step } from "./step.ts";
import { refuseUnfit, refuseUntyped } from "./unfit.ts";

/** How an `ask` ended: the run's outcome, nothing run on purpose, or a failure of the catalogue. */
export type Ended =
  | { readonly kind: "ran"; readonly outcome: Outcome }
  | { readonly kind: "dry-run" }
  | { readonly kind: "failed"; readonly failure: Failure };

/**
 * The sentence: a directive and a sample are drafted, checked, decided on, run and kept. Yields what happens
 * as events and returns the ending; failures of the catalogue are yielded as `failed` too, bugs are thrown.
 */
export async function* session(
  settings: AskSettings,
  collaborators: Collaborators,
): AsyncGenerator<SessionEvent, Ended, void> {
  const steps = ask(settings, collaborators);
  const stamp = (event: UnstampedEvent) =>
    ({ v: 1, at: collaborators.now().toISOString(), ...event }) as SessionEvent;
  try {
    for (;;) {
      const { value, done } = await steps.next();
      if (done) return value;
      yield stamp(value);
    }
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
    yield stamp({ type: "failed", failure: error.failure });
    return { kind: "failed", failure: error.failure };
  }
}

async function* ask(settings: AskSettings, with_: Collaborators): Step<Ended> {
  const sample = await with_.sample();
  if (sample) yield { type: "sampled", sample };
  const examples = settings.examples.map((example) => with_.fitExample(example, sample));
  const sent = yield* sampleToSend(settings, with_, { sample, examples });
  const asking: Asking = {
    ...{ settings, with_, sample, examples },
    ...{ sent: sent.sample, sentExamples: sent.examples, tries: settings.tries, savedAs: null },
  };

  const first = yield* firstDraft(asking);
  // A person may still change what cannot be approved; nobody else is asked.
  if (settings.dryRun || settings.yes) refuseUnfit(first);
  if (settings.dryRun) {
    if (settings.explains) yield* explain(first, asking);
    return { kind: "dry-run" };
  }
  if (settings.yes) {
    refuseFailed(first);
    refuseNotRun(first, asking);
    refuseUntyped(first);
  }
  return yield* runUntilItWorks(yield* settle(first, asking), asking);
}

async function* firstDraft(asking: Asking): Step<Judged> {
  const { settings, with_, sample } = asking;
  if (with_.model) return yield* draftUntilItHolds({ directive: settings.directive }, asking);
  const draft = draftFromLibrary(settings, await with_.match(sample));
  yield { type: "drafted", draft };
  // A kept command fits any input of its kind; only a draft is held against this sample's fields.
  return yield* judge(draft, null, with_, executing(asking));
}

function refuseFailed({ stages }: Judged): void {
  const failed = stages.find((stage) => stage.status === "failed");
  if (!failed) return;
  throw new WritError(stageFailure("the draft", failed));
}

/** What was asked for and did not come about says nothing for the draft: else reading the clock would be a way around it. */
function refuseNotRun({ stages }: Judged, { tries, examples }: Asking): void {
  const wanted = [tries ? "trial" : null, examples.length > 0 ? "examples" : null] as const;
  for (const { stage, status, detail } of stages) {
    const missing = status === "not-run" && wanted.find((one) => one === stage);
    if (missing) throw new WritError({ kind: "stage-not-run", what: "the draft", stage: missing, detail });
  }
}

/** Run what was settled; what fails may be repaired, settled again and run again on the same input. */
async function* runUntilItWorks(first: Settled, asked: Asking): Step<Ended> {
  let settled = first;
  let asking = asked;
  let tried: Tried = { codes: [], errors: [] };
  for (;;) {
    const { outcome, savedAs } = yield* run(settled, asking);
    asking = { ...asking, savedAs };
    const next = yield* repairRun(settled, outcome, tried, asking);
    if (next === null) return { kind: "ran", outcome };
    const error = wordOutcome(outcome).sentence;
    tried = { codes: [...tried.codes, settled.judged.draft.code], errors: [...tried.errors, error] };
    settled = next;
  }
}

async function* run(
  { judged, answer, examples }: Settled,
  { settings, with_, sample, savedAs }: Asking,
): Step<{ readonly outcome: Outcome; readonly savedAs: string | null }> {
  const { draft, verdict, granting } = judged;
  const approved: Approved = {
    draft,
    javascript: verdict.javascript,
    schema: verdict.schema,
    reads: verdict.reads,
    capabilities: granting.capabilities,
    limits: settings.limits,
    requiredLevel: settings.requiredLevel,
    examples,
  };
  with_.approve(approved, sample);
  const name = answer.kind === "save" ? answer.name : (savedAs ?? settings.saveAs);
  if (name !== null) {
    const paths = with_.save(name, approved, sample, ...(name === savedAs ? [{ over: "own" } as const] : []));
    yield { type: "saved", name, paths };
  }

  const prepared = await with_.prepare(approved);
  yield {
    type: "started",
    level: settings.level,
    limits: settings.limits.run,
    plan: prepared.plan,
    capabilities: approved.capabilities,
  };
  const outcome = await prepared.run();
  yield { type: "finished", outcome };
  return { outcome, savedAs: name };
}
