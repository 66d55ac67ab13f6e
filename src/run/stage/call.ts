import type { GRANTED_PREFIX } from "../../terms/granted-variable.ts";
import type { Machine, SyscallName } from "./syscalls.ts";

/**
 * One argument of a system call. A number goes into a register as it is; the others lie in the stage's own
 * memory and their address goes into the register: a string, a struct of 64-bit words (least byte first), a
 * seccomp program.
 */
export type Arg =
  | number
  | { readonly text: string }
  | { readonly words: readonly number[] }
  | { readonly filter: Filter };

/**
 * One system call of a stage. It counts as done if its result is at most `most` (compared without sign, so
 * that an error, -4095 to -1, is larger than any descriptor): 0 unless said otherwise. -1: it may fail.
 */
export interface Call {
  readonly call: SyscallName;
  readonly args: readonly Arg[];
  readonly most?: number;
}

export const MAY_FAIL = -1;

/** A seccomp filter as data: what is allowed; all else is answered with EPERM, as if it were forbidden. */
export interface Filter {
  /** Allowed whatever the arguments. */
  readonly plain: readonly SyscallName[];
  /** Allowed if one argument (counted from 0) is as said. */
  readonly checked: readonly CheckedCall[];
  /** Answered with this error (errno(3)) instead. */
  readonly answered: readonly { readonly call: SyscallName; readonly errno: number }[];
}

export interface CheckedCall {
  readonly call: SyscallName;
  readonly arg: number;
  readonly is: Condition;
}

/**
 * `oneOf` and `noneOf` look at the low 32 bits, which is all the kernel looks at for these arguments.
 * `has`: every one of these bits is set. `stagePath`: the address of the stage's own string that names the
 * engine. `zero`: all 64 bits.
 */
export type Condition =
  | { readonly oneOf: readonly number[] }
  | { readonly noneOf: readonly number[] }
  | { readonly has: number }
  | "stagePath"
  | "zero";

/** What a stage does, on which machine: the calls in order, then it becomes `program` with its own arguments from 1 on. */
export interface Stage {
  readonly machine: Machine;
  readonly calls: readonly Call[];
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /**
   * Variables that are passed on from the environment which the stage is started with, so that their values lie in no file.
   * All of them start with {@link GRANTED_PREFIX}; more of such variables than are named here fail the stage.
   */
  readonly passes?: readonly string[];
}
