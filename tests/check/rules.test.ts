import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { RULES } from "../../src/check/rules/index.ts";

const MARK = /\/\/.*<- here$/;

/** The lines a refused example marks; the first where it marks none. */
function markedLines(example: string): readonly number[] {
  const marked = example.split("\n").flatMap((line, i) => (MARK.test(line) ? [i + 1] : []));
  return marked.length > 0 ? marked : [1];
}

describe.each(RULES.map((rule) => [rule.name, rule] as const))("%s", (_, rule) => {
  test("has two or more examples of each", () => {
    expect(rule.refused.length).toBeGreaterThanOrEqual(2);
    expect(rule.allowed.length).toBeGreaterThanOrEqual(2);
  });

  test.each(rule.refused.map((example) => [example]))("reports %j on the marked lines", (example) => {
    const lines = check(example).findings.flatMap((one) => (one.rule === rule.name ? [one.range.line] : []));
    expect([...new Set(lines)]).toEqual(markedLines(example));
  });

  test.each(rule.allowed.map((example) => [example]))("accepts %j", (example) => {
    const verdict = check(example);
    expect(verdict.findings.filter((one) => one.rule === rule.name || one.severity === "refuse")).toEqual([]);
    expect(verdict.accepted).toBe(true);
  });
});

test("RULES names each rule once, by the words of its file", () => {
  const names = RULES.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
});
