import type { Explanation } from "../terms/explanation.ts";
import { runnableOf } from "./execute-stages.ts";
import type { Judged } from "./judged.ts";
import type { Asking, Step } from "./step.ts";

/** What a draft does, told once for each draft; in a dry run in words alone. */
export async function* explain(
  judged: Judged,
  { with_, settings }: Pick<Asking, "with_" | "settings">,
  known?: Explanation,
): Step<Explanation> {
  const { draft, verdict } = judged;
  const runnable = verdict.accepted ? runnableOf(judged)() : null;
  const run = runnable !== null && settings.dryRun ? "dry-run" : runnable;
  const explanation = known ?? (await with_.explain(draft.code, run));
  yield { type: "explained", explanation };
  return explanation;
}
