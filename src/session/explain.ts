import type { Explanation } from "../terms/explanation.ts";
import { runnableOf } from "./execute-stages.ts";
import type { Judged } from "./judge.ts";
import type { Asking, Step } from "./step.ts";

/** What a draft does, told once for each draft. */
export async function* explain(
  judged: Judged,
  { with_ }: Pick<Asking, "with_">,
  known?: Explanation,
): Step<Explanation> {
  const { draft, verdict } = judged;
  const runnable = verdict.accepted ? runnableOf(judged)() : null;
  const explanation = known ?? (await with_.explain(draft.code, runnable));
  yield { type: "explained", explanation };
  return explanation;
}
