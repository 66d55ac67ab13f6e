import type { Draft } from "../terms/draft.ts";
import { askForDraft } from "./ask-for-draft.ts";
import { executing } from "./executing.ts";
import { judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { modelTrouble } from "./model-trouble.ts";
import type { Attempts, Round } from "./no-draft.ts";
import { bestOf, whyStop } from "./progress.ts";
import type { Asking, Step } from "./step.ts";
import { unfitness } from "./unfit.ts";

/**
 * Draft and judge; what fails goes back to the model, visibly and at most `repairsMost` times, and no longer than it gets
 * better. A reply without a draft is an attempt too. Where nothing helped it is the best attempt that is returned, with a
 * notice that says so.
 */
export async function* draftUntilItHolds(round: Round, asking: Asking): Step<Judged> {
  const { repairsMost } = asking.settings;
  const attempts: Attempts = { made: 0, most: repairsMost + 1 };
  const tried = [yield* judgeDraft(yield* askForDraft(round, attempts, asking), asking)];
  while (attempts.made < attempts.most) {
    const last = tried.at(-1)!;
    if (last.diagnostics === "") return last;
    yield { type: "repairing", attempt: attempts.made, most: repairsMost, reason: last.reason };
    const draft = yield* askForRepair(last, attempts, asking);
    if (typeof draft === "string") return yield* giveUp(tried, draft, last.draft);
    if (tried.some((one) => one.draft.code === draft.code)) {
      return yield* giveUp(tried, "the model came back with the same code", draft);
    }
    const next = yield* judgeDraft(draft, asking);
    const why = whyStop(tried, next);
    tried.push(next);
    if (why !== null) return yield* giveUp(tried, why, draft);
  }
  const last = tried.at(-1)!;
  if (last.diagnostics === "" || repairsMost === 0) return last;
  const most = `${repairsMost} ${repairsMost === 1 ? "repair" : "repairs"}`;
  return yield* giveUp(tried, `${most} did not help`, last.draft);
}

/** Other code, or the trouble with the model that leaves what is there as it is: a person may still want that. */
async function* askForRepair(last: Judged, attempts: Attempts, asking: Asking): Step<Draft | string> {
  const { draft, diagnostics } = last;
  const previous = { code: draft.code, diagnostics };
  try {
    return yield* askForDraft({ directive: draft.directive, previous }, attempts, asking);
  } catch (error) {
    if (asking.settings.yes || unfitness(last) !== null) throw error;
    return `it was not repaired: ${modelTrouble(error)}`;
  }
}

/** Show the best attempt again where it is not what was seen last. */
async function* giveUp(tried: readonly Judged[], why: string, seen: Draft): Step<Judged> {
  const best = bestOf(tried);
  const { usage: _, ...draft } = best.draft;
  if (draft.code !== seen.code) {
    yield { type: "drafted", draft };
    for (const result of best.stages) {
      yield { type: "stage", result };
      for (const finding of result.findings) yield { type: "finding", finding };
    }
  }
  const which = tried.length === 1 ? "" : `; this is attempt ${tried.indexOf(best) + 1} of ${tried.length}`;
  return { ...best, notice: `${why}${which}` };
}

function judgeDraft(draft: Draft, asking: Asking): Step<Judged> {
  return judge(draft, asking.sample, asking.with_, executing(asking));
}
