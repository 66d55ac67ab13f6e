import { expect, test } from "vitest";
import { diffLinesOf, diffSummary } from "../../src/shell/diff-lines.ts";

const shown = (before: string, after: string) =>
  diffLinesOf(before, after).map(
    ({ kind, number, text }) =>
      `${{ same: " ", added: "+", removed: "-", "left-out": "…" }[kind]}${number ?? ""} ${text}`,
  );

test.each([
  ["a\nb\n", "a\nc\n", [" 1 a", "-2 b", "+2 c"]],
  ["a\n", "a", [" 1 a"]],
  ["", "a\n", ["+1 a"]],
  ["a\nb\nc\n", "c\n", ["-1 a", "-2 b", " 1 c"]],
  ["a\n", "a\n\n", [" 1 a", "+2 "]],
])("diffLinesOf %j and %j", (before, after, expected) => {
  expect(shown(before, after)).toEqual(expected);
});

test("diffLinesOf counts the lines it leaves out, and keeps three around each change", () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`);
  const after = lines.with(9, "other");
  expect(shown(lines.join("\n"), after.join("\n"))).toEqual([
    "… 6 lines are the same",
    " 7 line 7",
    " 8 line 8",
    " 9 line 9",
    "-10 line 10",
    "+10 other",
    " 11 line 11",
    " 12 line 12",
    " 13 line 13",
    "… 7 lines are the same",
  ]);
});

test("diffLinesOf leaves out no single line: the row would be no shorter", () => {
  expect(shown("1\n2\n3\n4\nx\n", "1\n2\n3\n4\ny\n")).toContain(" 1 1");
});

test("diffLinesOf of texts that take too long to compare shows one out and the other in", () => {
  const random = (seed: number) =>
    Array.from({ length: 30_000 }, (_, i) => `${(i * 7919 * seed) % 104_729}`).join("\n");
  const diff = diffLinesOf(random(3), random(5));
  expect(diff.length).toBeGreaterThan(0);
});

test.each([
  ["a\n", "a\nb\n", "1 line added, 0 removed"],
  ["a\nb\n", "c\nd\n", "2 lines added, 2 removed"],
  ["a\n", "a", "no line differs"],
])("diffSummary of %j and %j: %s", (before, after, expected) => {
  expect(diffSummary(diffLinesOf(before, after))).toBe(expected);
});
