import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseRecords } from "../../src/sample/choose-records.ts";

const same = (count: number) => Array.from({ length: count }, (_, i) => ({ status: i, path: `/${i}` }));

test("all where they are few", () => {
  expect(chooseRecords(same(3), 8)).toEqual([0, 1, 2]);
});

test("the first ones, and two by chance, always the same", () => {
  const chosen = chooseRecords(same(900), 8);
  expect(chosen.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(chosen).toHaveLength(8);
  expect(chooseRecords(same(900), 8)).toEqual(chosen);
});

test.each<[string, unknown]>([
  ["another field", { status: 1, path: "/", error: "x" }],
  ["a null", { status: null, path: "/" }],
  ["another type", { status: "500", path: "/" }],
  ["an empty text", { status: 1, path: "" }],
  ["no record at all", 7],
])("%s is odd among many that are alike", (_, odd) => {
  const records: unknown[] = same(400);
  records[321] = odd;
  expect(chooseRecords(records, 8)).toContain(321);
});

test("where none is usual none is odd", () => {
  const records = Array.from({ length: 100 }, (_, i) => ({ [`f${i}`]: 1 }));
  expect(chooseRecords(records, 8).slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("as many as asked for, each once, in order, whatever there is", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 60 }), (records) => {
      const chosen = chooseRecords(records, 8);
      expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
      expect(chosen).toHaveLength(Math.min(8, records.length));
      expect(chosen.every((place) => place < records.length)).toBe(true);
    }),
  );
});
