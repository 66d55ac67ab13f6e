import type { Answer, SessionEvent, UnstampedEvent } from "../terms/event.ts";
import { type Failure, WritError } from "../terms/failure.ts";
import type { Outcome } from "../terms/outcome.ts";
import type { Approved, Collaborators } from "./collaborators.ts";
import { draftFromLibrary } from "./draft-from-library.ts";
import { draftUntilItHolds } from "./draft-with-model.ts";
import { type Judged, judge } from "./judge.ts";
import { sampleToSend } from "./sample-to-send.ts";
import type { AskSettings } from "./settings.ts";
import { type Settled, settle } from "./settle.ts";
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
  const sent = yield* sampleToSend(settings, with_, sample);
  const asking: Asking = { settings, with_, sample, sent };

  const first = yield* firstDraft(asking);
  refuseUnfit(first);
  if (settings.dryRun) return { kind: "dry-run" };
  if (settings.yes) {
    refuseFailed(first);
    refuseUntyped(first);
  }
  return yield* run(yield* settle(first, asking), asking);
}

async function* firstDraft(asking: Asking): Step<Judged> {
  const { settings, with_, sample } = asking;
  if (with_.model) return yield* draftUntilItHolds({ directive: settings.directive }, asking);
  const { matches, bar } = await with_.match(sample);
  const draft = draftFromLibrary(settings, matches, bar);
  yield { type: "drafted", draft };
  // A kept command fits any input of its kind; only a draft is held against this sample's fields.
  return yield* judge(draft, null, with_);
}

function refuseFailed({ stages }: Judged): void {
  const failed = stages.find((stage) => stage.status === "failed");
  if (!failed) return;
  throw new WritError({ kind: "types-failed", what: "the draft", findings: failed.findings.length });
}

async function* run({ judged, answer }: Settled, { settings, with_, sample }: Asking): Step<Ended> {
  const { draft, verdict, granting } = judged;
  const approved: Approved = {
    draft,
    javascript: verdict.javascript,
    schema: verdict.schema,
    capabilities: granting.capabilities,
    limits: settings.limits,
    requiredLevel: settings.requiredLevel,
  };
  with_.approve(approved, sample);
  const name = nameToSave(answer, settings);
  if (name !== null) yield { type: "saved", name, paths: with_.save(name, approved, sample) };

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
  return { kind: "ran", outcome };
}

function nameToSave(answer: Answer, settings: AskSettings): string | null {
  return answer.kind === "save" ? answer.name : settings.saveAs;
}
