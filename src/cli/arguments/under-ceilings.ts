import { cpuMsFor, type Limits } from "../../terms/limit.ts";
import type { Ceilings } from "./ceilings.ts";

/** The limits, none above its ceiling. No limit is above every ceiling. */
export function underCeilings(limits: Limits, { limits: ceilings }: Ceilings): Limits {
  const lowered = Object.entries(ceilings).filter(([name, ceiling]) => {
    const limit = limits[name as keyof Limits];
    return ceiling !== null && (limit === null || limit > ceiling);
  });
  return { ...limits, ...Object.fromEntries(lowered) };
}

/** What CPU by the size of the input is at least. */
const CPU_MS_LEAST = cpuMsFor(0)!;

/**
 * {@link underCeilings} for what is kept, where no CPU limit means one by the size of the input: it stays so unless the
 * ceiling is below all of these, and each run has it lowered.
 */
export function keptUnderCeilings(limits: Limits, ceilings: Ceilings): Limits {
  const ceiling = ceilings.limits.cpuMs ?? null;
  const isBySize = limits.cpuMs === null && ceiling !== null && ceiling > CPU_MS_LEAST;
  return { ...underCeilings(limits, ceilings), ...(isBySize ? { cpuMs: null } : {}) };
}

/** Whether each run's CPU has to be decided by both the size of its input and a ceiling. */
export function isCpuByBoth(limits: Limits, ceilings: Ceilings): boolean {
  return typeof ceilings.limits.cpuMs === "number" && keptUnderCeilings(limits, ceilings).cpuMs === null;
}
