import { describe, expect, test } from "vitest";
import { draftLimits, runLimits } from "../../../src/cli/arguments/limit-flags.ts";
import { isCpuByBoth, keptUnderCeilings } from "../../../src/cli/arguments/under-ceilings.ts";
import { DRAFT_LIMITS, keptLimits, type Limits } from "../../../src/terms/limit.ts";

const MIB = 1024 * 1024;
const KEPT = keptLimits(8 * 1024 * MIB);
const under = (limits: Partial<Limits>) => ({ path: "/config.toml", limits });

describe("a ceiling", () => {
  test("lowers what a draft gets unless typed, for this run and for the kept command", () => {
    const { run, kept } = draftLimits({}, under({ cpuMs: 2000, memoryBytes: 200 * MIB, wallMs: 90_000 }));
    expect(run).toEqual({ ...DRAFT_LIMITS, cpuMs: 2000, memoryBytes: 200 * MIB });
    expect(kept).toMatchObject({ cpuMs: 2000, memoryBytes: 200 * MIB, wallMs: 90_000, outputBytes: null });
  });

  test("leaves what is below it, and what was typed below it", () => {
    const ceilings = under({ cpuMs: 600_000, memoryBytes: 4096 * MIB });
    expect(draftLimits({}, ceilings).run).toEqual(DRAFT_LIMITS);
    expect(draftLimits({ cpu: "3s" }, ceilings).kept).toMatchObject({ cpuMs: 3000 });
  });

  test("lowers each run of a kept command, whatever was approved", () => {
    const run = (inputBytes: number | null, ceilings: Partial<Limits>) =>
      runLimits(KEPT, { inputBytes, typed: {}, ceilings: under(ceilings) });
    expect(run(null, {})).toEqual(KEPT);
    expect(run(null, { cpuMs: 90_000, records: 5 })).toEqual({ ...KEPT, cpuMs: 90_000, records: 5 });
    expect(run(0, { cpuMs: 90_000 }).cpuMs).toBe(60_000);
    expect(run(1e9, { cpuMs: 90_000 }).cpuMs).toBe(90_000);
  });

  test("leaves CPU by the size of the input where only a run can tell which is less", () => {
    const [high, low] = [under({ cpuMs: 90_000 }), under({ cpuMs: 2000 })];
    expect([keptUnderCeilings(KEPT, high).cpuMs, isCpuByBoth(KEPT, high)]).toEqual([null, true]);
    expect([keptUnderCeilings(KEPT, low).cpuMs, isCpuByBoth(KEPT, low)]).toEqual([2000, false]);
    expect(isCpuByBoth(KEPT, under({}))).toBe(false);
  });
});
