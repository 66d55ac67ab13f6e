import { expect, test } from "vitest";
import { field, num } from "../../../src/guest/writ/field.ts";

test.each([
  ["a b c", 1, "a"],
  ["  a \t b  ", 2, "b"],
  ["a b", 3, ""],
  ["", 1, ""],
  ["a ", 2, ""],
])("field of %j, %i is %j", (line, n, value) => {
  expect(field(line, n)).toBe(value);
});

test.each([0, -1, 1.5, Number.NaN])("field refuses the number %d", (n) => {
  expect(() => field("a", n)).toThrow(`field: n is ${n}, and must be 1 or more`);
});

test.each([
  ["12", 12],
  [" -1.5e3 ", -1500],
  [".5", 0.5],
  [7, 7],
])("num of %j is %d", (value, number) => {
  expect(num(value)).toBe(number);
});

test.each([
  ["", '""'],
  [" ", '" "'],
  ["12px", '"12px"'],
  ["1,234", '"1,234"'],
  ["0x10", '"0x10"'],
  ["-", '"-"'],
  [null, "null"],
  [undefined, "undefined"],
  [true, "true"],
  [Number.NaN, "NaN"],
])("num refuses %j, naming it", (value, found) => {
  expect(() => num(value)).toThrow(`num: expected a number, found ${found}`);
});

test("num of a bigint is its number", () => {
  expect(num(8n)).toBe(8);
});
