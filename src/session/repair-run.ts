import { EXIT } from "../terms/exit-code.ts";
import { WritError } from "../terms/failure.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import type { Outcome } from "../terms/outcome.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import type { Rerun } from "./collaborators.ts";
import { draftUntilItHolds } from "./draft-until-it-holds.ts";
import { modelTrouble } from "./model-trouble.ts";
import { type Settled, settle } from "./settle.ts";
import type { Asking, Step } from "./step.ts";

/** How often the code of one `ask` is mended after it ran. */
const RUN_REPAIRS_MOST = 3;

/** Endings of a run that other code could mend. */
const REPAIRABLE = new Set<Outcome["kind"]>(["failed", "usage", "malformed", "limit", "crashed"]);

export function isRepairable(outcome: Outcome): boolean {
  return REPAIRABLE.has(outcome.kind);
}

/** What failed so far: neither is mended twice. */
export interface Tried {
  readonly codes: readonly string[];
  readonly errors: readonly string[];
}

/**
 * After a failed run: offer to send the code and what it said back to the model, and settle what comes back like a
 * first draft. Null where nothing is to run: the failed run's ending is then the ask's.
 */
export async function* repairRun(
  { judged }: Settled,
  outcome: Outcome,
  tried: Tried,
  asking: Asking,
): Step<Settled | null> {
  const { settings, with_ } = asking;
  const { rerun, model } = with_;
  if (!isRepairable(outcome) || settings.yes || rerun === null || model === null) return null;
  const { code, directive } = judged.draft;
  const reason = wordOutcome(outcome).sentence;
  const obstacle = obstacleOf(reason, tried, rerun);
  if (obstacle !== null) return yield* leave(obstacle);

  const attempt = tried.codes.length + 1;
  const most = RUN_REPAIRS_MOST;
  const answer = await with_.decide({ kind: "repair", reason, attempt, most, written: rerun.written() });
  yield { type: "decided", question: "repair", answer };
  if (answer.kind !== "yes") return null;
  yield { type: "repairing", attempt, most, reason };
  try {
    const previous = { code, diagnostics: `It ran and failed:\n${await rerun.diagnose(outcome)}` };
    const next = yield* draftUntilItHolds({ directive, previous }, asking);
    if ([...tried.codes, code].includes(next.draft.code)) {
      return yield* leave("the model came back with the same code");
    }
    return yield* settle(next, asking, code);
  } catch (error) {
    return yield* leave(whyNot(error));
  }
}

function obstacleOf(reason: string, { codes, errors }: Tried, rerun: Rerun): string | null {
  if (errors.includes(reason)) return "it failed in the same way again";
  if (codes.length >= RUN_REPAIRS_MOST) return `${RUN_REPAIRS_MOST} repairs did not help`;
  const lost = rerun.lost();
  return lost && `it cannot be repaired and run again: ${lost}`;
}

async function* leave(reason: string): Step<null> {
  yield { type: "left", reason };
  return null;
}

/** The run that failed is how the ask ended; a repair that came to nothing changes no exit code. */
function whyNot(error: unknown): string {
  const wording = error instanceof WritError ? wordFailure(error.failure) : null;
  const isDraftRefused = wording?.exitCode === EXIT.refused || wording?.exitCode === EXIT.notApproved;
  return wording !== null && isDraftRefused
    ? `the repair does not run: ${wording.title}`
    : modelTrouble(error);
}
