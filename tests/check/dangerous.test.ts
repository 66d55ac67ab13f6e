import { describe, expect, test } from "vitest";
import { dangerousSamples } from "../../scripts/judge/dangerous.ts";
import { check } from "../../src/check/check.ts";
import { stripTypes } from "../../src/check/strip-types.ts";
import { runSealed } from "../support/sealed-run.ts";

const samples = dangerousSamples().map((sample) => [sample.name, sample] as const);

describe("a published attack is refused, or gets nothing of what it needs", () => {
  test.each(samples)("%s", (_, { code, expected }) => {
    const verdict = check(code);
    const asked = /^asks for (.+)$/.exec(expected)?.[1];
    expect(verdict.accepted).toBe(expected !== "refused");
    if (verdict.accepted) expect(verdict.capabilities).toEqual(asked === undefined ? [] : [asked]);
  });
});

test("what is accepted and asks for nothing fails for want of what it needs, where the same text without it runs", async () => {
  const harmless = samples.filter(([, { expected }]) => expected.startsWith("accepted"));
  expect(harmless.length).toBeGreaterThan(0);
  for (const [, { code }] of harmless) {
    const { outcome, stderr } = await runSealed(javascriptOf(code));
    expect(outcome).toMatchObject({ kind: "failed" });
    expect(stderr).toContain("TypeError: Cannot read properties of undefined (reading 'process')");
  }
  const control = await runSealed("export default () => (function () { return typeof this; })();");
  expect(control).toMatchObject({ outcome: { kind: "done" }, stdout: "undefined\n" });
});

function javascriptOf(code: string): string {
  const stripped = stripTypes(code);
  if (stripped.kind !== "javascript") throw new Error(stripped.message);
  return stripped.text;
}
