import fc from "fast-check";
import { expect, test } from "vitest";
import { distinct } from "../../../src/guest/writ/distinct.ts";
import { join } from "../../../src/guest/writ/join.ts";
import { sample, seeded } from "../../../src/guest/writ/random.ts";
import { chunk, window } from "../../../src/guest/writ/window.ts";

const small = fc.array(fc.integer({ min: 0, max: 9 }));

test("distinct keeps the first of each, as a Set does", () => {
  fc.assert(
    fc.property(small, (all) => {
      expect([...distinct(all)]).toEqual([...new Set(all)]);
    }),
  );
});

test("distinct takes records that are equal for one, and no text for a record", () => {
  const rows = [{ a: 1 }, { a: 1 }, { a: 2 }, '{"a":1}', ' {"a":1}'.slice(1)];
  expect([...distinct<unknown>(rows)]).toEqual([{ a: 1 }, { a: 2 }, '{"a":1}']);
  expect([
    ...distinct(
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
      ],
      "a",
    ),
  ]).toEqual([{ a: 1, b: 1 }]);
});

test("distinct reads no more than it is asked for", () => {
  const endless = (function* () {
    for (let i = 0; ; i++) yield i % 5;
  })();
  expect([...distinct(endless).take(3)]).toEqual([0, 1, 2]);
});

test("window and chunk are slices of the whole", () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 1, max: 5 }), (all, size) => {
      const starts = all.slice(0, Math.max(0, all.length - size + 1)).map((_, i) => i);
      expect([...window(all, size)]).toEqual(starts.map((at) => all.slice(at, at + size)));
      const cut = all.flatMap((_, i) => (i % size === 0 ? [all.slice(i, i + size)] : []));
      expect([...chunk(all, size)]).toEqual(cut);
    }),
  );
});

test("window and chunk refuse a size of 0", () => {
  expect(() => [...window([1], 0)]).toThrow("window: size is 0, and must be 1 or more");
  expect(() => [...chunk([1], 0.5)]).toThrow("chunk: size is 0.5");
});

const rows = fc.array(
  fc.record({ id: fc.option(fc.constantFrom("a", "b", ""), { nil: null }), n: fc.nat(9) }),
  {
    maxLength: 12,
  },
);

test("join gives what two loops give, in every kind", () => {
  fc.assert(
    fc.property(rows, rows, (left, right) => {
      const isPair = (l: { id: string | null }, r: { id: string | null }) =>
        l.id !== null && l.id !== "" && l.id === r.id;
      const inner = left.flatMap((l) => right.filter((r) => isPair(l, r)).map((r) => [l, r]));
      const outer = left.flatMap((l) => {
        const found = right.filter((r) => isPair(l, r));
        return found.length > 0 ? found.map((r) => [l, r]) : [[l, undefined]];
      });
      const without = left.filter((l) => !right.some((r) => isPair(l, r))).map((l) => [l, undefined]);
      const rest = right.filter((r) => !left.some((l) => isPair(l, r))).map((r) => [undefined, r]);
      expect([...join(left.values(), right.values(), "id")]).toEqual(inner);
      expect([...join(left, right, "id", "left")]).toEqual(outer);
      expect([...join(left, right, "id", "without")]).toEqual(without);
      const full = [...join(left, right, ["id", ({ id }) => id], "full")];
      expect(full.slice(0, outer.length)).toEqual(outer);
      const key = (pair: unknown) => JSON.stringify(pair);
      expect(full.slice(outer.length).map(key).sort()).toEqual(rest.map(key).sort());
    }),
  );
});

const orders = [{ id: "7" }, { id: "" }];
const customers = [{ id: 7 }, { id: null }];

test.each(["inner", "left", "full", "without"] as const)(
  "join (%s) of texts with numbers says that nothing can match, and how to make them alike",
  (kind) => {
    const joined = () => [
      ...join<{ id: unknown }, { id: unknown }>(orders, customers, "id", kind as "inner"),
    ];
    expect(joined).toThrow(
      'join: nothing can match: the keys of the left side are texts ("7"), those of the right side numbers (7): make them alike, as in [(left) => num(left.id), "id"]',
    );
  },
);

test("join says it of numbers with texts too", () => {
  const joined = () => [...join<{ id: unknown }, { id: unknown }>(customers, orders, "id")];
  expect(joined).toThrow('as in ["id", (right) => num(right.id)]');
});

test.each([
  ["one side is empty", [], customers],
  ["one side has no keys", [{ id: "" }, { id: null }, {}], customers],
  ["a kind is on both sides", [{ id: "7" }, { id: 8 }], customers],
  ["numbers are of two sizes", [{ id: 2n ** 64n }], customers],
])("join without a match says nothing where %s", (_, left, right) => {
  expect([...join<{ id?: unknown }, { id?: unknown }>(left, right, "id")]).toEqual([]);
});

test("join of keys that were made alike gives the pair", () => {
  expect([...join(orders, customers, [({ id }) => (id === "" ? null : Number(id)), "id"])]).toEqual([
    [{ id: "7" }, { id: 7 }],
  ]);
});

test("sample keeps order, is repeatable, and takes all where there are no more", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat(10), fc.nat(), (all, k, seed) => {
      const taken = sample(all, k, seed);
      expect(taken).toEqual(all.filter((one) => taken.includes(one)));
      expect(taken).toHaveLength(Math.min(k, all.length));
      expect(sample(all.values(), k, seed)).toEqual(taken);
    }),
  );
});

test("sample takes each item about equally often", () => {
  const counts = Array<number>(10).fill(0);
  for (let seed = 0; seed < 4000; seed++) for (const one of sample(counts.keys(), 3, seed)) counts[one]!++;
  // 1,200 each; six standard deviations of 29.
  for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(175);
});

test("seeded gives the same numbers for the same seed, from 0 up to 1, and others for another", () => {
  const take = (seed: number) => Array.from({ length: 1000 }, seeded(seed));
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
  expect(take(2 ** 40)).not.toEqual(take(0));
  expect(take(7).every((one) => one >= 0 && one < 1)).toBe(true);
  expect(Math.abs(take(7).reduce((a, b) => a + b) / 1000 - 0.5)).toBeLessThan(0.06);
});
