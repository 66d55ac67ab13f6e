import { totalmem } from "node:os";
import { WritError } from "../terms/failure.ts";
import {
  cpuMsFor,
  DRAFT_LIMITS,
  keptLimits,
  type Limits,
  MEMORY_BYTES_LEAST,
  parseDurationMs,
  parseSizeBytes,
} from "../terms/limit.ts";

/** Limits as typed on the command line. */
export interface LimitFlags {
  readonly time?: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly maxOutput?: string;
}

/** The typed limits as numbers. Throws `usage` naming the flag, its value and what it may be. */
export function readLimitFlags(flags: LimitFlags): Partial<Limits> {
  const duration = (flag: string, text: string) => checked(flag, parseDurationMs(text));
  return {
    ...(flags.time === undefined ? {} : { wallMs: duration("--time", flags.time) }),
    ...(flags.cpu === undefined ? {} : { cpuMs: duration("--cpu", flags.cpu) }),
    ...(flags.memory === undefined
      ? {}
      : { memoryBytes: checked("--memory", parseSizeBytes(flags.memory, MEMORY_BYTES_LEAST)) }),
    ...(flags.maxOutput === undefined
      ? {}
      : { outputBytes: checked("--max-output", parseSizeBytes(flags.maxOutput)) }),
  };
}

/** Limits of a draft: this run's, and those a kept command will have. What was typed changes both. */
export function draftLimits(flags: LimitFlags): { readonly run: Limits; readonly kept: Limits } {
  const typed = readLimitFlags(flags);
  return { run: { ...DRAFT_LIMITS, ...typed }, kept: { ...keptLimits(totalmem()), ...typed } };
}

/** Limits of one run of a kept command: the approved ones, CPU by input size where none was fixed, then what was typed. */
export function runLimits(approved: Limits, inputBytes: number | null, typed: Partial<Limits>): Limits {
  return { ...approved, cpuMs: approved.cpuMs ?? cpuMsFor(inputBytes), ...typed };
}

function checked(flag: string, value: number | string): number {
  if (typeof value === "number") return value;
  throw new WritError({ kind: "usage", problem: `${flag} ${value}` });
}
