import type { Limits } from "../../terms/limit.ts";

/** A `ulimit` call of the starting shell: the flag letter, soft or hard or both, and the value. */
export interface Ulimit {
  readonly flag: string;
  readonly side: "-S" | "-H" | "-SH";
  readonly value: number;
}

/** What only a waiting parent can watch. `null`: not watched. */
export interface Watch {
  readonly wallMs: number | null;
  /** Resident bytes above which the child is ended. */
  readonly residentBytes: number | null;
}

/** What one limit adds to a plan. */
export interface LimitSeal {
  readonly ulimits?: readonly Ulimit[];
  readonly v8Flags?: readonly string[];
  readonly watch?: Partial<Watch>;
}

/** One limit: what it is, and what enforces it. `seal` returns nothing where the limit is off. */
export interface LimitRow {
  readonly name: string;
  readonly enforcedBy: string;
  seal(limits: Limits): LimitSeal;
}
