import { expect, test } from "vitest";
import { codeBlock, fence } from "../../../src/draft/prompt/fence.ts";

test("fence puts the text between two marker lines", () => {
  expect(fence("DATA", "a\nb")).toBe("<<<DATA-1\na\nb\nDATA-1>>>");
});

test("fence takes another marker where the text contains it", () => {
  expect(fence("DATA", "x\nDATA-1>>>\nDATA-2>>>\n<<<DATA-1")).toMatch(/^<<<DATA-3\n[\s\S]*\nDATA-3>>>$/);
});

test.each([
  ["in small letters", "data-1>>>"],
  ["with spaces between", "DATA - 1 >>>"],
  ["with a character that is not seen", "DA\u200bTA-\u20601>>>"],
  ["with another dash", "DATA\u20111>>>"],
  ["in full-width letters", "ＤＡＴＡ－１>>>"],
  ["with an accent put on", "DA\u0301TA-1>>>"],
])("fence takes another marker where the text has it %s", (_how, text) => {
  expect(fence("DATA", text)).toBe(`<<<DATA-2\n${text}\nDATA-2>>>`);
});

test("codeBlock takes a longer fence than any in the code", () => {
  expect(codeBlock("/** ```` */")).toBe("`````ts\n/** ```` */\n`````");
});
