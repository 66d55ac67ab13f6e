import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../terms/draft.ts";
import type { Sample } from "../terms/sample.ts";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** What `writ save NAME` keeps: the last draft approved from this terminal. */
export interface LastApproved {
  readonly v: 1;
  readonly draft: Draft;
  readonly input: { readonly format: Sample["format"]; readonly record: string } | null;
}

/** Remember it for this terminal. `terminal` comes from {@link terminalKey}. */
export function storeLast(state: string, terminal: string, last: LastApproved): void {
  atomicWrite(join(statePaths(state).last, `${terminal}.json`), JSON.stringify(last));
}

/** The one remembered for this terminal, or null. */
export function readLast(state: string, terminal: string): LastApproved | null {
  try {
    const last = JSON.parse(readFileSync(join(statePaths(state).last, `${terminal}.json`), "utf8"));
    return last?.v === 1 && typeof last.draft?.code === "string" ? last : null;
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
