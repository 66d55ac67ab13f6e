import fc from "fast-check";
import { expect, test } from "vitest";
import { countBy, groupBy, sumBy } from "../../../src/guest/writ/group.ts";

const rows = fc.array(
  fc.record({ key: fc.oneof(fc.string({ maxLength: 2 }), fc.integer({ max: 3, min: 0 })), n: fc.nat(9) }),
);

test("groupBy, countBy and sumBy give what filtering for each key gives, in the order of first appearance", () => {
  fc.assert(
    fc.property(rows, (items) => {
      const keys = [...new Set(items.map(({ key }) => key))];
      const of = (key: unknown) => items.filter((item) => item.key === key);
      expect([...groupBy(items, "key")]).toEqual(keys.map((key) => [key, of(key)]));
      expect([...countBy(items.values(), ({ key }) => key)]).toEqual(
        keys.map((key) => [key, of(key).length]),
      );
      const sum = (key: unknown) => of(key).reduce((all, { n }) => all + n, 0);
      expect([...sumBy(items, "key", "n")]).toEqual(keys.map((key) => [key, sum(key)]));
    }),
  );
});

test("sumBy reads numbers of text, and names a text that is none", () => {
  expect([
    ...sumBy(
      [
        { k: "a", n: "1.5" },
        { k: "a", n: " 2 " },
      ],
      "k",
      "n",
    ),
  ]).toEqual([["a", 3.5]]);
  expect(() => sumBy([{ k: "a", n: "many" }], "k", "n")).toThrow('num: expected a number, found "many"');
});

test.each([
  ["an array", ["a", "b"]],
  ["an object", { a: 1 }],
])("a key that is %s is refused, naming the helper", (what, key) => {
  expect(() => countBy([1], () => key)).toThrow(`countBy: a key is ${what}, and must be a text`);
  expect(() => groupBy([1], () => key)).toThrow(`groupBy: a key is ${what}`);
});

test("a field that is not there is the key undefined", () => {
  expect([...countBy([{}, { a: null }] as { a?: null }[], "a")]).toEqual([
    [undefined, 1],
    [null, 1],
  ]);
});
