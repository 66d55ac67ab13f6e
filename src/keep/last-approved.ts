import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InputFront } from "../terms/command.ts";
import type { Draft } from "../terms/draft.ts";
import type { Example } from "../terms/example.ts";
import { WritError } from "../terms/failure.ts";
import type { KeptReading } from "../terms/format.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";
import type { OptionSchema } from "../terms/option.ts";
import { READS_UNKNOWN, type Reads } from "../terms/reads.ts";
import type { Capability } from "../terms/verdict.ts";
import { isApproved } from "./approvals.ts";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";
import { sha256 } from "./sha256.ts";

/** An approved draft with all that was derived from it: what `save` keeps. */
export interface ApprovedDraft {
  readonly v: 1;
  readonly draft: Draft;
  readonly javascript: string;
  readonly schema: OptionSchema;
  readonly reads: Reads;
  readonly capabilities: readonly Capability[];
  /** The limits of a kept command, as they stood on the screen. */
  readonly limits: Limits;
  readonly requiredLevel: Level;
  readonly input: InputFront | null;
  readonly reading?: KeptReading;
  /** Kept with it as its tests. */
  readonly examples: readonly Example[];
}

/** Remember it as the last one of this terminal. `terminal` comes from {@link terminalKey}. */
export function storeLast(state: string, terminal: string, last: ApprovedDraft): void {
  atomicWrite(join(statePaths(state).last, `${terminal}.json`), JSON.stringify(last));
}

/** The one remembered for this terminal, where the yes to it still stands. Throws `nothing-to-save`. */
export function lastToSave(state: string, terminal: string): ApprovedDraft {
  const last = readLast(state, terminal);
  if (last === null) throw new WritError({ kind: "nothing-to-save", because: "none-yet" });
  const { draft, capabilities, limits, requiredLevel } = last;
  const yes = { sha256: sha256(draft.code), values: draft.values, capabilities, limits, requiredLevel };
  if (isApproved(state, { ...yes, project: null })) return last;
  throw new WritError({ kind: "nothing-to-save", because: "taken-back" });
}

/** The one remembered for this terminal, or null. */
export function readLast(state: string, terminal: string): ApprovedDraft | null {
  try {
    const last = JSON.parse(readFileSync(join(statePaths(state).last, `${terminal}.json`), "utf8"));
    return last?.v === 1 && typeof last.draft?.code === "string"
      ? { reads: READS_UNKNOWN, examples: [], ...last }
      : null;
  } catch {
    return null;
  }
}

/**
 * A name for the terminal we run on: session and controlling terminal of /proc/self/stat (fields 6 and 7 of
 * proc(5)); where there is no /proc, one for the whole user.
 */
export function terminalKey(): string {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return `${fields[4]}-${fields[3]}`;
  } catch {
    return "terminal";
  }
}
