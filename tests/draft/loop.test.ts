import { expect, test } from "vitest";
import { isLoop } from "../../src/draft/loop.ts";

test.each([
  ["one character", "a".repeat(5000)],
  ["a sentence", `It begins well. ${"I will now write the code. ".repeat(300)}`],
  ["a piece of a thousand characters", `${"abcdefgh".repeat(128).slice(0, 999)}\n`.repeat(6)],
])("sees %s again and again", (_, text) => {
  expect(isLoop(text)).toBe(true);
});

test.each([
  ["a short text", "aaaa".repeat(100)],
  ["lines that count", Array.from({ length: 800 }, (_, n) => `case ${n}: return ${n};`).join("\n")],
  ["a loop that has ended", `${"again ".repeat(1000)}${Array.from({ length: 900 }, (_, n) => n).join(",")}`],
])("sees no loop in %s", (_, text) => {
  expect(isLoop(text)).toBe(false);
});
