import { describe, expect, test } from "vitest";
import { costOf, formatUsd, parsePrice, parseUsd } from "../../src/terms/price.ts";

describe("parsePrice", () => {
  test.each([
    ["0.25 2", { input: 0.25, output: 2, cached: 0.25 }],
    ["0.25, 2, 0.025", { input: 0.25, output: 2, cached: 0.025 }],
    ["0 0", { input: 0, output: 0, cached: 0 }],
    ["1", null],
    ["1 2 3 4", null],
    ["-1 2", null],
    ["1e3 2", null],
    ["", null],
  ])("reads %j", (text, price) => {
    expect(parsePrice(text)).toEqual(price);
  });
});

test.each([
  ["what was in the cache for less", { inputTokens: 1_000_000, outputTokens: 0, cachedTokens: 500_000 }, 1.5],
  ["no more from the cache than came in", { inputTokens: 10, outputTokens: 0, cachedTokens: 99 }, 0.00001],
  ["input and output", { inputTokens: 1_000_000, outputTokens: 1_000_000 }, 10],
])("costOf counts %s", (_, usage, usd) => {
  expect(costOf(usage, { input: 2, output: 8, cached: 1 })).toBeCloseTo(usd, 10);
});

test.each([
  [0, "$0"],
  [12.3, "$12.30"],
  [1234567.891, "$1,234,567.89"],
  [0.05, "$0.050"],
  [0.00123, "$0.0012"],
])("formatUsd writes %d", (usd, text) => {
  expect(formatUsd(usd)).toBe(text);
});

test.each([
  ["0.05", 0.05],
  ["$2", 2],
  ["0", null],
  ["-1", null],
  ["one", null],
])("parseUsd reads %j", (text, usd) => {
  expect(parseUsd(text)).toBe(usd);
});
