import type { Answer, Question } from "../terms/event.ts";
import type { Example } from "../terms/example.ts";
import { WritError } from "../terms/failure.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import type { Verdict } from "../terms/verdict.ts";
import { draftUntilItHolds } from "./draft-with-model.ts";
import { editDraft } from "./edit-draft.ts";
import { executeStages } from "./execute-stages.ts";
import type { Judged } from "./judge.ts";
import { modelTrouble } from "./model-trouble.ts";
import { freeName, nameFor } from "./name-for.ts";
import { maySendValues } from "./sample-to-send.ts";
import type { Asking, Step } from "./step.ts";
import { unfitness } from "./unfit.ts";

/** A draft that may run, and the answer that says so. */
export interface Settled {
  readonly judged: Judged & { readonly verdict: Accepted };
  readonly answer: Extract<Answer, { kind: "yes" | "save" }>;
  /** Those that the ask began with, and those that were given on the way. */
  readonly examples: readonly Example[];
}

type Accepted = Extract<Verdict, { accepted: true }>;

/** What is asked about, and what is known of how it came to be. */
interface Proposal {
  readonly judged: Judged;
  readonly previous?: string;
  readonly notice?: string;
}

type Change = Extract<Answer, { kind: "edit" | "revise" }>;
type Execution = Extract<Answer, { kind: "try" | "example" }>;

/**
 * Ask until it is settled: an edit or a revision makes another draft, which is judged and asked about like the
 * first. `previous`: code that the first takes the place of. Throws `not-approved`; `refused` or `capability-refused` where the last draft could not be approved.
 */
export async function* settle(first: Judged, asked: Asking, previous?: string): Step<Settled> {
  let asking = asked;
  let proposal: Proposal = { judged: first, ...(previous === undefined ? {} : { previous }) };
  for (;;) {
    const { judged } = proposal;
    const answer = await asking.with_.decide(questionOf(proposal, asking));
    yield { type: "decided", question: "approve", answer };
    if (answer.kind === "edit" || answer.kind === "revise") {
      proposal = yield* change(proposal, answer, asking);
      continue;
    }
    if (answer.kind === "try" || answer.kind === "example") {
      asking = wanting(answer, asking);
      const { notice: _, ...seen } = judged;
      proposal = { ...proposal, judged: yield* execute(seen, asking) };
      continue;
    }
    const { verdict } = judged;
    const failure = unfitness(judged);
    if (failure !== null) throw new WritError(failure);
    if ((answer.kind === "yes" || answer.kind === "save") && verdict.accepted) {
      return { judged: { ...judged, verdict }, answer, examples: asking.examples };
    }
    const reason = (answer.kind === "no" && answer.reason) || "declined";
    throw new WritError({ kind: "not-approved", what: "the draft", reason });
  }
}

/** From here on each draft is tried, or held against one more example. */
function wanting(answer: Execution, asking: Asking): Asking {
  if (answer.kind === "try") return { ...asking, tries: true };
  const { settings, with_, sample, sentExamples, examples } = asking;
  const example = with_.fitExample(answer.example, sample);
  const sent = maySendValues(settings, with_) ? [...sentExamples, example] : sentExamples;
  return { ...asking, examples: [...examples, example], sentExamples: sent };
}

function execute(judged: Judged, { with_, tries, examples }: Asking): Step<Judged> {
  return executeStages(judged, { kind: "wanted", with_, tries, examples, afterTypes: "failed" });
}

function questionOf({ judged, previous, notice }: Proposal, { settings, with_, savedAs }: Asking): Question {
  const { draft, verdict, stages, granting } = judged;
  const failure = unfitness(judged);
  const taken = with_.takenNames().filter((name) => name !== savedAs);
  return {
    kind: "approve",
    draft,
    ...(with_.inputNames.length === 0 ? {} : { input: with_.inputNames.join(", ") }),
    schema: verdict.accepted ? verdict.schema : { summary: "", options: [] },
    findings: [...verdict.findings, ...stages.flatMap((s) => (s.stage === "safety" ? [] : s.findings))],
    stages,
    capabilities: granting.capabilities,
    limits: settings.limits,
    level: settings.level,
    required: settings.requiredLevel,
    name: savedAs ?? settings.saveAs ?? freeName(nameFor(settings.directive), taken),
    taken,
    ...noticeOf(notice ?? judged.notice),
    ...(failure === null ? {} : { refused: wordFailure(failure).title }),
    ...(previous === undefined ? {} : { previous }),
    canEdit: true,
    canRevise: with_.model !== null,
    canTry: true,
  };
}

function noticeOf(notice: string | undefined): Pick<Extract<Question, { kind: "approve" }>, "notice"> {
  return notice === undefined ? {} : { notice };
}

async function* change(proposal: Proposal, answer: Change, asking: Asking): Step<Proposal> {
  const { judged } = proposal;
  const isEdit = answer.kind === "edit";
  if (isEdit && answer.code === judged.draft.code) return { ...proposal, notice: "the code was not changed" };
  if (!isEdit && asking.with_.model === null) {
    return { ...proposal, notice: "no model is configured: the draft cannot be revised in words" };
  }
  try {
    const next = isEdit
      ? yield* editDraft(judged.draft, answer.code, asking)
      : yield* reviseDraft(judged, answer.words, asking);
    const isSame = next.draft.code === judged.draft.code;
    return isSame
      ? { ...proposal, judged: next, notice: "the model came back with the same code" }
      : { judged: next, previous: judged.draft.code };
  } catch (error) {
    return { ...proposal, notice: `the draft is as it was: ${modelTrouble(error)}` };
  }
}

function reviseDraft({ draft }: Judged, words: string, asking: Asking): Step<Judged> {
  return draftUntilItHolds({ directive: draft.directive, previous: { code: draft.code, words } }, asking);
}
