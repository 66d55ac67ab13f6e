import { expect, test } from "vitest";
import { plain } from "../../src/shell/line.ts";
import { scroll, scrollStatus } from "../../src/shell/viewport.ts";

const extent = { shown: 10, total: 35 };

test.each([
  [0, "up", 0],
  [0, "down", 1],
  [0, "page-down", 9],
  [20, "page-down", 25],
  [25, "down", 25],
  [25, "page-up", 16],
  [5, "page-up", 0],
  [3, "bottom", 25],
  [20, "top", 0],
] as const)("scroll: from %i, %s is %i", (top, to, expected) => {
  expect(scroll(top, to, extent)).toBe(expected);
});

test("scroll stays at the top where everything is shown", () => {
  expect(scroll(0, "bottom", { shown: 10, total: 3 })).toBe(0);
});

test.each([
  [0, 80, "── rows 1-10 of 35: 25 more below ──"],
  [5, 80, "── rows 6-15 of 35: 5 more above, 20 more below ──"],
  [25, 80, "── rows 26-35 of 35: 25 more above ──"],
  [5, 40, "── ↑ 5 ↓ 20 of 35 ──"],
  [5, 10, "↑5 ↓20"],
])("scrollStatus: at row %i in %i columns", (top, columns, expected) => {
  expect(plain(scrollStatus(top, extent, columns)!)).toBe(expected);
});

test("scrollStatus is null where nothing is hidden", () => {
  expect(scrollStatus(0, { shown: 10, total: 10 }, 80)).toBe(null);
});
