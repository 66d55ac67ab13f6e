import { expect, test } from "vitest";
import { type Colour, lookCodes } from "../../src/shell/look.ts";

test.each<[string, Colour, number, string]>([
  ["a basic colour", 1, 4, "31"],
  ["a bright one", 9, 24, "91"],
  ["one of 256", 200, 8, "38;5;200"],
  ["one of 256 in 16", 196, 4, "91"],
  ["a dark grey in 16", 233, 4, "30"],
  ["a light grey in 16", 250, 4, "37"],
  ["red, green and blue", [1, 2, 3], 24, "38;2;1;2;3"],
  ["red, green and blue in 256", [255, 0, 135], 8, "38;5;198"],
  ["red, green and blue in 16", [0, 128, 0], 4, "32"],
  ["any without colours", 3, 1, ""],
])("lookCodes gives %s in what the terminal has", (_, foreground, colorDepth, expected) => {
  expect(lookCodes({ foreground, background: null, attributes: [] }, colorDepth)).toBe(expected);
});

test("lookCodes gives attributes and backgrounds, and attributes also without colours", () => {
  const look = { foreground: 1, background: 12, attributes: ["bold", "inverse"] as const };
  expect(lookCodes(look, 8)).toBe("1;7;31;104");
  expect(lookCodes(look, 1)).toBe("1;7");
});
