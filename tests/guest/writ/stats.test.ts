import fc from "fast-check";
import { expect, test } from "vitest";
import { quantiles } from "../../../src/guest/writ/quantiles.ts";
import { stats, sum } from "../../../src/guest/writ/stats.ts";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 200 });

test("stats are those of the textbook's formulas", () => {
  fc.assert(
    fc.property(numbers, (all) => {
      const mean = all.reduce((a, b) => a + b, 0) / all.length;
      const variance = all.reduce((a, b) => a + (b - mean) ** 2, 0) / (all.length - 1);
      const { count, min, max, ...rest } = stats(all);
      expect({ count, min, max }).toEqual({
        count: all.length,
        min: Math.min(...all),
        max: Math.max(...all),
      });
      expect(Math.abs(rest.mean - mean)).toBeLessThan(1e-6);
      expect(Math.abs(rest.variance - variance)).toBeLessThanOrEqual(1e-6 * Math.max(1, variance));
      expect(rest.deviation).toBe(Math.sqrt(rest.variance));
    }),
  );
});

test("stats of nothing are no numbers, and its sum is 0", () => {
  const { add, ...nothing } = stats();
  expect({ ...nothing }).toEqual({
    ...{ count: 0, sum: 0, mean: Number.NaN, variance: Number.NaN },
    ...{ deviation: Number.NaN, min: Number.NaN, max: Number.NaN },
  });
});

test("a variance is right where the mean is great beside it", () => {
  expect(stats([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test("a sum loses nothing of small numbers beside great ones", () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(Array<number>(10).fill(0.1))).toBe(1);
  expect(stats(["1e100", 1, "-1e100"]).sum).toBe(1);
  expect(sum([1e308, 1e308])).toBe(Number.POSITIVE_INFINITY);
});

test("a value that is no number is named", () => {
  expect(() => stats([1, "n/a"])).toThrow('num: expected a number, found "n/a"');
});

const nearestRank = (all: readonly number[], q: number) =>
  all.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * all.length) - 1)]!;

test("quantiles of up to 1,000 values are exact, by nearest rank", () => {
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (all, q) => {
      expect(quantiles(all).at(q)).toBe(nearestRank(all, q));
    }),
  );
});

test.each([0.01, 0.001])(
  "quantiles of more values are within the error of %d, whatever the distribution",
  (error) => {
    const value = fc.oneof(
      fc.double({ min: -1e-6, max: 1e12, noNaN: true }),
      fc.integer({ min: -50, max: 50 }),
      fc.constant(0),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1001, maxLength: 3000 }), fc.nat(100), (all, percent) => {
        const truth = nearestRank(all, percent / 100);
        const told = quantiles(all, { error }).at(percent / 100);
        expect(Math.abs(told - truth)).toBeLessThanOrEqual(Math.abs(truth) * error * 1.000001 + 1e-300);
      }),
      { numRuns: 30 },
    );
  },
);

test("quantiles refuse a share above 1 and an error of 0", () => {
  expect(() => quantiles([1]).at(95)).toThrow("quantiles: q is 95, and must be from 0 to 1");
  expect(() => quantiles([], { error: 0 })).toThrow("quantiles: error is 0");
  expect(quantiles().at(0.5)).toBeNaN();
});
