import { expect, test } from "vitest";
import { hanging } from "../../../src/cli/faces/hanging.ts";

test.each([
  ["a text that fits", "-n  ", "how many", 20, "-n  how many"],
  [
    "a longer one, below itself",
    "-n  ",
    "how many values to show",
    16,
    "-n  how many\n    values to\n    show",
  ],
  ["a word longer than a row, whole", "-n  ", "a /very/long/path b", 10, "-n  a\n    /very/long/path\n    b"],
  ["wide characters by their cells", "", "日本 日本", 8, "日本\n日本"],
  ["a pipe, as one line", "-n  ", "how many values", Number.POSITIVE_INFINITY, "-n  how many values"],
])("hanging: %s", (_, label, text, columns, expected) => {
  expect(hanging(label, text, columns)).toBe(expected);
});
