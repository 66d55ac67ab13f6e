import { totalmem } from "node:os";
import { WritError } from "../../terms/failure.ts";
import {
  cpuMsFor,
  DRAFT_LIMITS,
  formatBytes,
  formatMs,
  formatRecords,
  keptLimits,
  type Limits,
} from "../../terms/limit.ts";
import type { Ceilings } from "./ceilings.ts";
import { LIMIT_FLAGS, type LimitFlag, type LimitFlags } from "./limit-flag-rows.ts";
import { keptUnderCeilings, underCeilings } from "./under-ceilings.ts";

const SEE = "see the limits in `writ run --help`";

/** The typed limits as numbers. Throws `usage` naming the flag, its value and what it may be. */
export function readLimitFlags(flags: LimitFlags, ceilings?: Ceilings): Partial<Limits> {
  const typed = LIMIT_FLAGS.flatMap((row) => {
    const text = flags[row.word];
    return text === undefined ? [] : [[row.limit, readLimit(row, text, ceilings)] as const];
  });
  return Object.fromEntries(typed);
}

function readLimit({ flag, key, limit, parse }: LimitFlag, text: string, ceilings?: Ceilings): number {
  const value = parse(text);
  if (typeof value === "string")
    throw new WritError({ kind: "usage", problem: `${flag} ${value}`, help: SEE });
  const ceiling = ceilings?.limits[limit];
  if (ceilings === undefined || ceiling === undefined || ceiling === null || value <= ceiling) return value;
  throw new WritError({
    kind: "usage",
    problem: `${flag} is ${JSON.stringify(text)}, and ${key} in ${ceilings.path} allows at most ${formatLimit(limit, ceiling)}`,
    help: `type less, or raise it: writ config ${key} ${text}`,
  });
}

function formatLimit(limit: keyof Limits, value: number): string {
  if (limit === "records") return formatRecords(value);
  return limit === "wallMs" || limit === "cpuMs" ? formatMs(value) : formatBytes(value);
}

/** Limits of a draft: this run's, and those a kept command will have. What was typed changes both; ceilings bind both. */
export function draftLimits(
  flags: LimitFlags,
  ceilings: Ceilings,
): { readonly run: Limits; readonly kept: Limits } {
  const typed = readLimitFlags(flags, ceilings);
  return {
    run: underCeilings({ ...DRAFT_LIMITS, ...typed }, ceilings),
    kept: keptUnderCeilings({ ...keptLimits(totalmem()), ...typed }, ceilings),
  };
}

/**
 * Limits of one run of a kept command: the approved ones, CPU by input size where none was fixed, then what was typed; and
 * none above its ceiling.
 */
export function runLimits(
  approved: Limits,
  run: { readonly inputBytes: number | null; readonly typed: Partial<Limits>; readonly ceilings: Ceilings },
): Limits {
  const cpuMs = approved.cpuMs ?? cpuMsFor(run.inputBytes);
  return underCeilings({ ...approved, cpuMs, ...run.typed }, run.ceilings);
}
