import type { Draft } from "../terms/draft.ts";
import type { Answer, Question, SessionEvent, UnstampedEvent } from "../terms/event.ts";
import { type Failure, WritError } from "../terms/failure.ts";
import type { Outcome } from "../terms/outcome.ts";
import type { Sample } from "../terms/sample.ts";
import type { Approved, Collaborators } from "./collaborators.ts";
import { draftFromLibrary } from "./draft-from-library.ts";
import { type Judged, judge } from "./judge.ts";
import { nameFor } from "./name-for.ts";
import { sampleToSend } from "./sample-to-send.ts";
import type { AskSettings } from "./settings.ts";

/** How an `ask` ended: the run's outcome, nothing run on purpose, or a failure of the catalogue. */
export type Ended =
  | { readonly kind: "ran"; readonly outcome: Outcome }
  | { readonly kind: "dry-run" }
  | { readonly kind: "failed"; readonly failure: Failure };

type Step<T> = AsyncGenerator<UnstampedEvent, T, void>;

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

  const judged = yield* draftUntilItHolds(settings, with_, sample);
  const { draft, verdict, stages } = judged;
  if (!verdict.accepted) {
    const findings = verdict.findings.filter((finding) => finding.severity === "refuse").length;
    throw new WritError({ kind: "refused", what: "the draft", findings });
  }
  const capability = verdict.capabilities[0];
  if (capability !== undefined) throw new WritError({ kind: "capability-refused", capability });
  if (settings.dryRun) return { kind: "dry-run" };

  const failedStage = stages.find((stage) => stage.status === "failed");
  if (settings.yes && failedStage) {
    throw new WritError({
      kind: "types-failed",
      what: "the draft",
      findings: failedStage.findings.length,
    });
  }

  const question: Question = {
    kind: "approve",
    draft,
    schema: verdict.schema,
    findings: [...verdict.findings, ...stages.flatMap((s) => (s.stage === "safety" ? [] : s.findings))],
    stages,
    capabilities: verdict.capabilities,
    limits: settings.limits,
    level: settings.level,
    required: settings.requiredLevel,
    name: settings.saveAs ?? nameFor(settings.directive),
  };
  const answer = await with_.decide(question);
  yield { type: "decided", question: "approve", answer };
  if (answer.kind === "no") {
    throw new WritError({ kind: "not-approved", what: "the draft", reason: answer.reason ?? "declined" });
  }

  const approved: Approved = {
    draft,
    javascript: verdict.javascript,
    schema: verdict.schema,
    capabilities: verdict.capabilities,
    limits: settings.limits,
    requiredLevel: settings.requiredLevel,
  };
  with_.approve(approved, sample);
  const name = nameToSave(answer, settings);
  if (name !== null) yield { type: "saved", name, paths: with_.save(name, approved, sample) };

  const { plan, run } = await with_.prepare(approved);
  yield { type: "started", level: settings.level, limits: settings.limits.run, plan };
  const outcome = await run();
  yield { type: "finished", outcome };
  return { kind: "ran", outcome };
}

/** Draft, check and type-check; what fails goes back to the model, visibly and at most `repairsMost` times. */
async function* draftUntilItHolds(
  settings: AskSettings,
  with_: Collaborators,
  sample: Sample | null,
): Step<Judged> {
  if (!with_.model) {
    const { matches, bar } = await with_.match(sample);
    const draft = draftFromLibrary(settings, matches, bar);
    yield { type: "drafted", draft };
    // A kept command fits any input of its kind; only a draft is held against this sample's fields.
    return yield* judge(draft, null, with_);
  }
  const sent = yield* sampleToSend(settings, with_, sample);
  let judged = yield* judge(yield* draftWithModel(with_, sent, 1), sample, with_);
  for (let attempt = 1; attempt <= settings.repairsMost && judged.diagnostics !== ""; attempt++) {
    yield { type: "repairing", attempt, most: settings.repairsMost, reason: judged.reason };
    const previous = { code: judged.draft.code, diagnostics: judged.diagnostics };
    const draft = yield* draftWithModel(with_, sent, attempt + 1, previous);
    if (draft.code === previous.code) break;
    judged = yield* judge(draft, sample, with_);
  }
  return judged;
}

async function* draftWithModel(
  with_: Collaborators,
  sample: Sample | null,
  attempt: number,
  previous?: { code: string; diagnostics: string },
): Step<Draft> {
  const model = with_.model!;
  yield { type: "drafting", attempt, model: model.name, host: model.host };
  const deltas = with_.draft({ sample, ...(previous ? { previous } : {}) });
  for (;;) {
    const { value, done } = await deltas.next();
    if (done) {
      yield { type: "drafted", draft: value, ...(value.usage ? { usage: value.usage } : {}) };
      return value;
    }
    yield value;
  }
}

function nameToSave(answer: Answer, settings: AskSettings): string | null {
  return answer.kind === "save" ? answer.name : settings.saveAs;
}
