import { noteRun } from "../../keep/ledger/run-notes.ts";
import { WritError } from "../../terms/failure.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { RunStats } from "../../terms/tally.ts";

/** Note a run of a kept command for the ledger. Where nothing can be written it is not counted, and nothing is said. */
export function noteKeptRun(
  state: string,
  ran: {
    readonly name: string;
    readonly at: Date;
    readonly outcome: Outcome;
    readonly stats: RunStats | null;
  },
): void {
  const { name, at, outcome, stats } = ran;
  const { bytesIn = null, recordsIn = null, bytesOut = null, recordsOut = null } = stats?.tally ?? {};
  try {
    noteRun(state, {
      at: at.toISOString(),
      name,
      wallMs: Math.round(outcome.wallMs),
      bytesIn,
      recordsIn,
      bytesOut,
      recordsOut,
      exitCode: wordOutcome(outcome).exitCode,
    });
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
  }
}
