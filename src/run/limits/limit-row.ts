import type { Invocation } from "../../terms/invocation.ts";
import type { Limits } from "../../terms/limit.ts";

/**
 * One of the kernel's limits (setrlimit(2)). Units: `cpu` seconds, `data` and `core` bytes, `files` how many.
 * `soft` warns or refuses, `hard` is what `soft` cannot be raised above.
 */
export interface Rlimit {
  readonly resource: "cpu" | "data" | "core" | "files";
  readonly soft: number;
  readonly hard: number;
}

/** What only a waiting parent can watch. `null`: not watched. */
export interface Watch {
  readonly wallMs: number | null;
  /** Resident bytes above which the child is ended. */
  readonly residentBytes: number | null;
}

/** What one limit adds to a plan. */
export interface LimitSeal {
  readonly rlimits?: readonly Rlimit[];
  readonly v8Flags?: readonly string[];
  readonly watch?: Partial<Watch>;
  /** When the kernel ends a run that nobody watches. */
  readonly alarmMs?: number;
  /** What the runner in the child counts. */
  readonly invocation?: Partial<Invocation>;
}

/**
 * One limit: what it is, what enforces it, the option that sets it (null: fixed), and its value in words. `seal`
 * returns nothing where the limit is off.
 */
export interface LimitRow {
  readonly name: string;
  readonly enforcedBy: string;
  readonly flag: string | null;
  show(limits: Limits): string;
  seal(limits: Limits): LimitSeal;
}
