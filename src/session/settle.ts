import type { Answer } from "../terms/event.ts";
import type { Example } from "../terms/example.ts";
import { WritError } from "../terms/failure.ts";
import type { Verdict } from "../terms/verdict.ts";
import { draftUntilItHolds } from "./draft-until-it-holds.ts";
import { editDraft } from "./edit-draft.ts";
import { executeStages } from "./execute-stages.ts";
import { explain } from "./explain.ts";
import type { Judged } from "./judged.ts";
import { modelTrouble } from "./model-trouble.ts";
import { pointAtRow } from "./point-at-row.ts";
import { added, type Candidate, current, type Proposal, propose, questionOf, replaced } from "./proposal.ts";
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

/** What is asked about next, and what it is asked with. */
interface Turn {
  readonly proposal: Proposal;
  readonly asking: Asking;
}

type Change = Extract<Answer, { kind: "edit" | "revise" }>;
type Execution = Extract<Answer, { kind: "try" | "example" }>;

/**
 * Ask until it is settled: an edit or a revision makes another draft, which is judged and asked about like the
 * first. `previous`: code that the first takes the place of. Throws `not-approved`; `refused` or `capability-refused` where the last draft could not be approved.
 */
export async function* settle(first: Judged, asked: Asking, previous?: string): Step<Settled> {
  const candidate = { judged: first, ...(previous === undefined ? {} : { previous }) };
  const proposal = propose(candidate);
  let turn: Turn = {
    proposal: asked.settings.explains ? yield* withExplanation(proposal, asked) : proposal,
    asking: asked,
  };
  for (;;) {
    const { proposal, asking } = turn;
    const answer = await asking.with_.decide(questionOf(proposal, asking));
    yield { type: "decided", question: "approve", answer };
    const next = yield* goOn(turn, answer);
    if (next === null) return settledBy(answer, current(proposal).judged, asking.examples);
    turn = next;
  }
}

function settledBy(answer: Answer, judged: Judged, examples: readonly Example[]): Settled {
  const { verdict } = judged;
  const failure = unfitness(judged);
  if (failure !== null) throw new WritError(failure);
  if ((answer.kind === "yes" || answer.kind === "save") && verdict.accepted) {
    return { judged: { ...judged, verdict }, answer, examples };
  }
  const reason = (answer.kind === "no" && answer.reason) || "declined";
  throw new WritError({ kind: "not-approved", what: "the draft", reason });
}

/** What an answer leads to; null where it decides. */
async function* goOn({ proposal, asking }: Turn, answer: Answer): Step<Turn | null> {
  switch (answer.kind) {
    case "edit":
    case "revise":
      return { proposal: yield* change(proposal, answer, asking), asking };
    case "try":
    case "example": {
      const wanted = wanting(answer, asking);
      return { proposal: replaced(proposal, yield* execute(current(proposal), wanted)), asking: wanted };
    }
    case "explain":
      return { proposal: yield* withExplanation(proposal, asking), asking };
    case "earlier":
    case "later":
      return { proposal: yield* move(proposal, answer.kind === "later" ? 1 : -1, asking), asking };
    default:
      return null;
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

async function* execute(candidate: Candidate, { with_, tries, examples }: Asking): Step<Candidate> {
  const { notice: _, ...seen } = candidate.judged;
  const wanted = { kind: "wanted", with_, tries, examples, afterTypes: "failed" } as const;
  const judged = yield* executeStages(seen, wanted);
  return { ...candidate, judged };
}

async function* withExplanation(proposal: Proposal, asking: Asking): Step<Proposal> {
  const candidate = current(proposal);
  const explanation = yield* explain(candidate.judged, asking, candidate.explanation);
  return { ...replaced(proposal, { ...candidate, explanation }), explains: true };
}

/** To another draft of this ask: with what has been asked for since then. */
async function* move(proposal: Proposal, step: 1 | -1, asking: Asking): Step<Proposal> {
  const at = Math.min(Math.max(proposal.at + step, 0), proposal.drafts.length - 1);
  const moved = { drafts: proposal.drafts, at };
  const { usage: _, ...draft } = current(moved).judged.draft;
  yield { type: "drafted", draft };
  return replaced(moved, yield* execute(current(moved), asking));
}

async function* change(proposal: Proposal, answer: Change, asking: Asking): Step<Proposal> {
  const { judged } = current(proposal);
  const { drafts, at } = proposal;
  const as = (notice: string): Proposal => ({ drafts, at, notice });
  const isEdit = answer.kind === "edit";
  if (isEdit && answer.code === judged.draft.code) return as("the code was not changed");
  if (!isEdit && asking.with_.model === null) {
    return as("no model is configured: the draft cannot be revised in words");
  }
  try {
    const next = isEdit
      ? yield* editDraft(judged.draft, answer.code, asking)
      : yield* reviseDraft(judged, await pointAtRow(answer.words, judged.stages, asking.with_), asking);
    return next.draft.code === judged.draft.code
      ? {
          ...replaced(proposal, { ...current(proposal), judged: next }),
          notice: "the model came back with the same code",
        }
      : added(proposal, { judged: next, previous: judged.draft.code });
  } catch (error) {
    return as(`the draft is as it was: ${modelTrouble(error)}`);
  }
}

function reviseDraft({ draft }: Judged, words: string, asking: Asking): Step<Judged> {
  return draftUntilItHolds({ directive: draft.directive, previous: { code: draft.code, words } }, asking);
}
