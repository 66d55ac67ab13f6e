import { expect, test } from "vitest";
import { nearNames } from "../../src/terms/near.ts";

const NAMES = ["ask", "run", "list", "show", "check", "top-values"];

test.each([
  ["lst", ["list"]],
  ["cehck", ["check"]],
  ["top", ["top-values"]],
  ["shwo", ["show"]],
  ["a", []],
  ["zzzz", []],
])("nearNames of %j", (word, near) => {
  expect(nearNames(word, NAMES)).toEqual(near);
});
