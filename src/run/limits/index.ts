import type { Limits } from "../../terms/limit.ts";
import { cpu } from "./cpu.ts";
import { files } from "./files.ts";
import { memory } from "./memory.ts";
import { output } from "./output.ts";
import { wall } from "./wall.ts";

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

/** Every limit there is. A new one is a file and a line here. */
export const LIMIT_ROWS: readonly LimitRow[] = [cpu, wall, memory, output, files];

/** All seals put together. */
export function applyLimits(limits: Limits): {
  readonly ulimits: readonly Ulimit[];
  readonly v8Flags: readonly string[];
  readonly watch: Watch;
} {
  const seals = LIMIT_ROWS.map((row) => row.seal(limits));
  return {
    ulimits: seals.flatMap((seal) => seal.ulimits ?? []),
    v8Flags: seals.flatMap((seal) => seal.v8Flags ?? []),
    watch: Object.assign({ wallMs: null, residentBytes: null }, ...seals.map((seal) => seal.watch ?? {})),
  };
}
