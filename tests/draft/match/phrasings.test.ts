import { describe, expect, test } from "vitest";
import { type Judged, judgePhrasings } from "../../../scripts/phrasings/judge-phrasings.ts";
import { describeMiss, tally } from "../../../scripts/phrasings/phrasing-report.ts";
import { readPhrasings } from "../../../scripts/phrasings/read-phrasings.ts";
import { LIBRARY } from "./library.ts";

const WRONG_MOST = 0.03;

describe("150 phrasings written without a look at the matcher", async () => {
  const judged = judgePhrasings(await readPhrasings("first"), LIBRARY);

  test("hold 100 that something fits and 50 that nothing does", () => {
    const fitting = judged.filter(({ phrasing }) => phrasing.fits.length > 0).length;
    expect([fitting, judged.length - fitting]).toEqual([100, 50]);
  });

  test("are offered something wrong in less than 3 of 100", () => {
    expect(tally(judged).wrongShare, missesOf(judged)).toBeLessThan(WRONG_MOST);
  });

  test("find the right command with the right options in 9 of 10 that something fits", () => {
    expect(tally(judged).fitting.right).toBeGreaterThanOrEqual(90);
  });
});

describe.each(["second", "held-out"] as const)("the %s set of phrasings", async (set) => {
  const judged = judgePhrasings(await readPhrasings(set), LIBRARY);

  test("is offered something wrong in less than 3 of 100", () => {
    expect(tally(judged).wrongShare, missesOf(judged)).toBeLessThan(WRONG_MOST);
  });

  test("finds the right command with the right options in more than half of what fits", () => {
    const { right, silent } = tally(judged).fitting;
    expect(right).toBeGreaterThan(silent);
  });
});

test("a command with options that were not meant counts as wrong", async () => {
  const { samples } = await readPhrasings("first");
  const phrasing = { words: "top 5 countries", input: "orders" };
  const fits = [
    ["top-values", { field: "country", n: 4 }],
    ["sum-by", { by: "country" }],
  ] as const;
  const endings = fits.map(
    (fit) => judgePhrasings({ phrasings: [{ ...phrasing, fits: [fit] }], samples }, LIBRARY)[0]!.ending,
  );
  expect(endings).toEqual(["wrong-options", "wrong"]);
});

function missesOf(judged: readonly Judged[]): string {
  return judged
    .filter(({ ending }) => ending === "wrong" || ending === "wrong-options")
    .map(describeMiss)
    .join("\n");
}
