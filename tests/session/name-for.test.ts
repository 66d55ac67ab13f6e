import { expect, test } from "vitest";
import { freeName, nameFor } from "../../src/session/name-for.ts";
import { isCommandName } from "../../src/terms/command-name.ts";

test.each([
  ["the ten slowest requests", "ten-slowest-requests"],
  ["Sum of the NUMBERS!", "sum-numbers"],
  ["show me the list of it", "show-me-the-list"],
  ["größte Städte nach Einwohnern pro Land", "grosste-stadte-nach-einwohnern"],
  ["日本語の行", "command"],
  ["a".repeat(99), "a".repeat(40)],
])("nameFor of %j", (directive, name) => {
  expect(nameFor(directive)).toBe(name);
  expect(isCommandName(nameFor(directive))).toBe(true);
});

test("freeName takes the first number that nobody has", () => {
  expect(freeName("sum", [])).toBe("sum");
  expect(freeName("sum", ["sum", "sum-2", "sum-4"])).toBe("sum-3");
});
