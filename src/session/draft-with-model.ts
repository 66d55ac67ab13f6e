import type { Draft } from "../terms/draft.ts";
import type { Previous } from "./collaborators.ts";
import { type Judged, judge } from "./judge.ts";
import type { Asking, Step } from "./step.ts";

/** One round with a model. `previous`: what it is asked to improve on. */
interface Round {
  readonly directive: string;
  readonly previous?: Previous;
}

/** Draft, check and type-check; what fails goes back to the model, visibly and at most `repairsMost` times. */
export async function* draftUntilItHolds(round: Round, asking: Asking): Step<Judged> {
  const { settings, with_, sample } = asking;
  let judged = yield* judge(yield* draftOnce(round, 1, asking), sample, with_);
  for (let attempt = 1; attempt <= settings.repairsMost && judged.diagnostics !== ""; attempt++) {
    yield { type: "repairing", attempt, most: settings.repairsMost, reason: judged.reason };
    const { diagnostics, draft: last } = judged;
    const previous = { code: last.code, diagnostics };
    const draft = yield* draftOnce({ directive: last.directive, previous }, attempt + 1, asking);
    if (draft.code === last.code) break;
    judged = yield* judge(draft, sample, with_);
  }
  return judged;
}

async function* draftOnce({ directive, previous }: Round, attempt: number, asking: Asking): Step<Draft> {
  const { with_, sent } = asking;
  const model = with_.model!;
  yield { type: "drafting", attempt, model: model.name, host: model.host };
  const deltas = with_.draft({ directive, sample: sent, ...(previous ? { previous } : {}) });
  for (;;) {
    const { value, done } = await deltas.next();
    if (done) {
      const draft = withWords(value, previous);
      yield { type: "drafted", draft, ...(draft.usage ? { usage: draft.usage } : {}) };
      return draft;
    }
    yield value;
  }
}

/** What the user said later belongs to the directive: it is kept with the command and drafted from again. */
function withWords(draft: Draft, previous: Previous | undefined): Draft {
  if (previous === undefined || !("words" in previous)) return draft;
  return { ...draft, directive: `${draft.directive}\n\nRevised: ${previous.words}` };
}
