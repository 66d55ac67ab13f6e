import { expect, test } from "vitest";
import { wordTrialLimit } from "../../../src/cli/drafting/run-sealed.ts";

test.each([
  ["cpu", 10_000, "10 s of CPU time"],
  ["wall", 10_000, "10 s"],
  ["memory", 256 * 1024 ** 2, "256M of memory"],
  ["output", 16 * 1024 ** 2, "16M of output"],
  ["records", 1, "1 record"],
  ["records", 2, "2 records"],
] as const)("a trial's limit of %s, %d, is told as %j", (limit, value, words) => {
  const said = wordTrialLimit({ kind: "limit", limit, value, used: null, probable: false, wallMs: 1 });
  expect(said).toBe(`stopped at a trial's limit of ${words}`);
});
