import { runInNewContext } from "node:vm";
import type { Misfit, OutputSchema } from "./output-schema.ts";

/** All records of one trial together. */
const HOLD_MS = 5000;

/**
 * The first record that is not as a schema says, null where all are. The records come from code that nobody approved: what a
 * pattern would search for ever, or a record's depth would not let end, is ended and counts as not met.
 */
export function holdToSchema(
  records: readonly unknown[],
  { check }: Pick<OutputSchema, "check">,
  holdMs = HOLD_MS,
): Misfit | null {
  try {
    // The engine's watchdog is all that ends an expression which backtracks.
    const hold = () => firstMisfit(records, check);
    return runInNewContext("hold()", { hold }, { timeout: holdMs }) as Misfit | null;
  } catch (error) {
    if (error instanceof RangeError) return unheld("a record goes deeper than the schema can be followed");
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return unheld(`holding its records against the schema took longer than ${holdMs / 1000} s`);
  }
}

function firstMisfit(records: readonly unknown[], check: OutputSchema["check"]): Misfit | null {
  for (const [at, record] of records.entries()) {
    const misfit = check(record);
    const which = `in record ${at + 1}`;
    if (misfit) return { why: `${which} ${misfit.why}`, withoutData: `${which} ${misfit.withoutData}` };
  }
  return null;
}

function unheld(why: string): Misfit {
  return { why, withoutData: why };
}
