import { expect, test } from "vitest";
import { fence } from "../../../src/draft/prompt/fence.ts";

test("fence puts the text between two marker lines", () => {
  expect(fence("DATA", "a\nb")).toBe("<<<DATA-1\na\nb\nDATA-1>>>");
});

test("fence takes another marker where the text contains it", () => {
  expect(fence("DATA", "x\nDATA-1>>>\nDATA-2>>>\n<<<DATA-1")).toMatch(/^<<<DATA-3\n[\s\S]*\nDATA-3>>>$/);
});
