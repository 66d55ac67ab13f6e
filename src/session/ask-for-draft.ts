import type { Draft, Drafted } from "../terms/draft.ts";
import type { Previous } from "./collaborators.ts";
import { type Attempts, type Round, roundAfter } from "./no-draft.ts";
import type { Asking, Step } from "./step.ts";

/** Ask until a draft comes. Throws a failure of the model where none does. */
export async function* askForDraft(first: Round, attempts: Attempts, asking: Asking): Step<Draft> {
  for (let round = first; ; ) {
    attempts.made++;
    const reply = yield* ask(round, attempts.made, asking);
    if ("code" in reply) {
      const draft = withWords(reply, round.previous);
      yield { type: "drafted", draft, ...(draft.usage ? { usage: draft.usage } : {}) };
      return draft;
    }
    yield { type: "undrafted", reply };
    round = yield* roundAfter(round, reply, attempts, asking);
  }
}

async function* ask({ directive, previous }: Round, attempt: number, asking: Asking): Step<Drafted> {
  const { with_, sent, sentExamples } = asking;
  const model = with_.model!;
  yield { type: "drafting", attempt, model: model.name, host: model.host };
  const parts = with_.draft({
    directive,
    sample: sent,
    examples: sentExamples,
    ...(previous ? { previous } : {}),
  });
  for (;;) {
    const { value, done } = await parts.next();
    if (done) return value;
    yield value;
  }
}

/** What the user said later belongs to the directive: it is kept with the command and drafted from again. */
function withWords(draft: Draft, previous: Previous | undefined): Draft {
  const words = wordsOf(previous);
  return words === null ? draft : { ...draft, directive: `${draft.directive}\n\nRevised: ${words}` };
}

function wordsOf(previous: Previous | undefined): string | null {
  if (previous === undefined) return null;
  if ("reply" in previous) return wordsOf(previous.before);
  return "words" in previous ? previous.words : null;
}
