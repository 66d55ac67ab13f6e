import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { installedTexts } from "../../../scripts/judge/installed.ts";
import { judge } from "../../../scripts/judge/judged.ts";
import { reasonFor } from "../../../scripts/judge/reasons.ts";
import { recordedTexts } from "../../../scripts/judge/recorded.ts";

const corpora = process.env.WRIT_CORPORA ?? "";
const isThere = corpora !== "" && existsSync(join(corpora, "generate"));

describe("harmless code is refused for nothing but what is out of reach", () => {
  test("modules of installed packages", async () => {
    const { checked, refused, refusals } = judge("installed", await installedTexts());
    expect(checked).toBeGreaterThan(250);
    expect(refused).toBeLessThan(checked / 4);
    expect(refusals.filter((one) => reasonFor(one) === undefined)).toEqual([]);
  });

  test.skipIf(!isThere)("what a model wrote and was measured to be right (WRIT_CORPORA)", () => {
    const { checked, refused, refusals } = judge("recorded", recordedTexts(corpora));
    expect(checked).toBeGreaterThan(300);
    expect(refused).toBeLessThan(checked / 10);
    expect(refusals.filter((one) => reasonFor(one) === undefined)).toEqual([]);
  });
});

test("a refusal that is about nothing out of reach has no reason", () => {
  const { refused, refusals } = judge("endless", [
    { id: "endless", code: "export default () => { while (true) {} };" },
    { id: "fine", code: "export default () => 1;" },
  ]);
  expect(refused).toBe(1);
  expect(refusals.map((one) => [one.id, one.rule, reasonFor(one)])).toEqual([
    ["endless", "no-endless-loops", undefined],
  ]);
});
