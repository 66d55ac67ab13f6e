import { expect, test } from "vitest";
import { exampleDiff } from "../../src/terms/example-diff.ts";

const diff = (wanted: readonly string[], got: readonly string[]) =>
  exampleDiff({ status: "failed", wanted, got });

test.each([
  ["one line of many", ["a", "b", "c", "d"], ["a", "b", "x", "d"], "  b\n- c\n+ x"],
  ["a line that is missing", ["a", "b"], ["a"], "  a\n- b"],
  ["a line too many at the start", ["b"], ["a", "b"], "+ a"],
  ["a line that came twice", ["a"], ["a", "a"], "  a\n+ a"],
  ["nothing where something was wanted", ["a"], [], "- a"],
])("%s is shown with what is around it", (_name, wanted, got, text) => {
  expect(diff(wanted, got)).toBe(text);
});

test("long differences are cut, and say by how much", () => {
  const got = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  expect(diff([], got).split("\n").at(-1)).toBe("+ … 8 more lines");
  expect(diff(["x".repeat(500)], [])).toBe(`- ${"x".repeat(200)}…`);
});

test("an example that passed differs in nothing", () => {
  expect(exampleDiff({ status: "passed", wanted: ["a"], got: ["b"] })).toBe("");
});
