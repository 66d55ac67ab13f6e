import type { Failure } from "./failure.ts";
import type { Capability } from "./verdict.ts";

/** What becomes of what some code asks for. */
export interface Granting {
  /** What a yes grants, each path and name fixed; sorted. Where something is refused, what was asked for instead. */
  readonly capabilities: readonly Capability[];
  /** Of these, what no flag names: `--yes` alone does not grant it. */
  readonly untyped: readonly Capability[];
  /** What the directive requests and the code does not ask for: it is not granted. Absent: nothing. */
  readonly unused?: readonly Capability[];
  /** Why something cannot be granted: then nothing runs. */
  readonly refused: Failure | null;
}
