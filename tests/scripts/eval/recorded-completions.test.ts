import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../scripts/eval/evaluate.ts";
import { readSet, SETS } from "../../../scripts/eval/sets/index.ts";
import type { Task } from "../../../scripts/eval/task.ts";

const corpora = process.env.WRIT_CORPORA ?? "";
const set = SETS.find(({ name }) => name === "mbtsp-recorded")!;
const isThere = corpora !== "" && existsSync(join(corpora, set.file));
const GOOD_MOST = 12;

describe.skipIf(!isThere)("what a model wrote in 2022 (WRIT_CORPORA)", () => {
  const tasks = isThere ? readSet(set, corpora)!.flatMap((one) => (one.ok ? one.task : [])) : [];
  const isGood = (task: Task) => task.recorded!.label === "pass";

  test("is never called right where it was measured to be wrong", async () => {
    const bad = tasks.filter((task) => !isGood(task));
    const attempts = await evaluate({ tasks: bad, source: null, repairsMost: 0 });
    expect(attempts.length).toBe(bad.length);
    expect(attempts.filter(({ score }) => score.isRight)).toEqual([]);
    // Much of it was run: this is no test of the check alone.
    const ran = attempts.filter(({ ending, by }) => ending === "wrong" || by === "examples");
    expect(ran.length).toBeGreaterThan(10);
  });

  test("is called right, or refused with a reason, where it was measured to be right", async () => {
    const good = tasks.filter(isGood).slice(0, GOOD_MOST);
    const attempts = await evaluate({ tasks: good, source: null, repairsMost: 0 });
    const others = attempts.filter(({ ending }) => ending !== "first");
    expect(others.filter(({ ending, why }) => ending !== "refused" || why === "")).toEqual([]);
    expect(others.length).toBeLessThan(GOOD_MOST / 2);
  });
});
