import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { load } from "../../../src/guest/writ/library.ts";
import { desc, sortBy } from "../../../src/guest/writ/sort.ts";
import { topK } from "../../../src/guest/writ/top.ts";

afterEach(() => {
  load(undefined);
});

const items = fc.array(
  fc.record({ rank: fc.integer({ min: 0, max: 20 }), name: fc.string({ maxLength: 2 }) }),
);

test("topK is the start of a stable sort, for every k and in both orders", () => {
  fc.assert(
    fc.property(items, fc.nat(25), (all, k) => {
      expect(topK(all, k, "rank")).toEqual(all.toSorted((a, b) => b.rank - a.rank).slice(0, k));
      expect(topK(all.values(), k, ({ rank }) => rank, "least")).toEqual(
        all.toSorted((a, b) => a.rank - b.rank).slice(0, k),
      );
    }),
  );
});

test("sortBy is a stable sort by one key after the other", () => {
  fc.assert(
    fc.property(items, (all) => {
      const byName = (a: { name: string }, b: { name: string }) =>
        a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
      expect(sortBy(all, desc("rank"), "name")).toEqual(
        all.toSorted((a, b) => b.rank - a.rank || byName(a, b)),
      );
      expect(sortBy(all.values(), ({ name }) => name)).toEqual(all.toSorted(byName));
    }),
  );
});

test.each([
  ["numbers before texts", ["b", 2, "a", 1], [1, 2, "a", "b"]],
  ["false before true, before numbers", [1, true, false], [false, true, 1]],
  ["dates by time", [new Date(5), new Date(3)], [new Date(3), new Date(5)]],
  ["bigints among numbers", [3, 2n, 1], [1, 2n, 3]],
  ["items without a value last", [null, 2, Number.NaN, 1], [1, 2, null, Number.NaN]],
])("sortBy puts %s", (_, given, wanted) => {
  expect(sortBy<unknown>(given)).toEqual(wanted);
});

test("items without a value come last downwards too, and are left out of topK", () => {
  const rows = [{ n: 1 }, { n: null }, { n: 2 }];
  expect(sortBy(rows, desc("n"))).toEqual([{ n: 2 }, { n: 1 }, { n: null }]);
  expect(topK(rows, 3, "n")).toEqual([{ n: 2 }, { n: 1 }]);
});

test("topK of nothing, and of no items wanted, is empty; a share of one is refused", () => {
  expect([topK([], 3), topK([1, 2], 0)]).toEqual([[], []]);
  expect(() => topK([1], 1.5)).toThrow("topK: k is 1.5, and must be 0 or more");
});

test("sortBy stops past its share of the run's memory, naming the limit and `| sort`", () => {
  load(2 ** 20);
  const lines = Array.from({ length: 100_000 }, (_, i) => `line ${i}`);
  expect(() => sortBy(lines)).toThrow(/^sortBy: \d+ items do not fit in memory \(limit 1 MB\): .*`\| sort`/);
  load(2 ** 30);
  expect(sortBy(lines)).toHaveLength(lines.length);
});
