import { describe, expect, test } from "vitest";
import { toJson } from "../../src/formats/json-value.ts";

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
const cycle: { self?: unknown } = {};
cycle.self = cycle;

describe("toJson", () => {
  test.each([
    [{ a: 1, b: null, c: [true, "x"], d: undefined }, '{"a":1,"b":null,"c":[true,"x"]}'],
    [{ a: {}, b: [] }, '{"a":{},"b":[]}'],
    [{ a: 12345678901234567890n }, '{"a":12345678901234567890}'],
    [{ a: new Map([["k", 1]]), b: new Set([1, 2]) }, '{"a":{"k":1},"b":[1,2]}'],
    [{ a: new Uint8Array([1, 2]) }, '{"a":[1,2]}'],
    [{ a: new Uint8Array([1, 2]), x: {} }, '{"a":[1,2],"x":{}}'],
    [{ a: new Date(0) }, '{"a":"1970-01-01T00:00:00.000Z"}'],
    [{ a: [new Error("no"), /x/u] }, '{"a":["Error: no","/x/u"]}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [deep(200), `${"[".repeat(200)}1${"]".repeat(200)}`],
  ])("writes %o", (value, text) => {
    expect(toJson(value)).toBe(text);
  });

  test.each([
    [() => 1, "the result is a function"],
    [{ f: () => 1 }, "the field `f` is a function"],
    [{ a: { g: Symbol("x") } }, "the field `g` is a symbol"],
    [{ a: [() => 1] }, "the field `a` is a function"],
    [{ a: { b: new Map([["h", () => 1]]) } }, "the field `h` is a function"],
    [undefined, "undefined cannot be written"],
    [cycle, "cannot be written as JSON: Converting circular structure"],
    [{ a: Promise.resolve(1) }, "is a Promise: await it"],
  ])("refuses %o, and leaves nothing out without a word", (value, problem) => {
    expect(() => toJson(value)).toThrow(problem);
  });
});
