import { describe, expect, test } from "vitest";
import { readAssertions } from "../../../scripts/eval/sets/read-assertions.ts";
import { readSignature } from "../../../scripts/eval/sets/signature.ts";

describe("readAssertions", () => {
  test("reads a call and a value that are compared directly", () => {
    const text = `function test() { let candidate = strlen; assert.deepEqual(candidate("x", -1), [1, { a: null }]); }`;
    expect(readAssertions(text, "strlen")).toEqual([
      { args: ["x", -1], wanted: [1, { a: null }], source: '"x", -1' },
    ]);
  });

  test("reads them through variables", () => {
    const text = `import * as assert from 'assert'
let actual_1 = f([1], 2); let expected_1 = true; assert.deepEqual(actual_1, expected_1, "test 0");`;
    expect(readAssertions(text, "f")).toEqual([{ args: [[1], 2], wanted: true, source: "[1], 2" }]);
  });

  test.each([
    ["undefined", "assert.deepEqual(f(1), undefined)", "JSON cannot say: undefined"],
    ["a map", "assert.deepEqual(f(new Map([])), 1)", "JSON cannot say: new Map([])"],
    ["a hole", "assert.deepEqual(f([1,,2]), 1)", "JSON cannot say: [1,,2]"],
    ["a computed argument", "assert.deepEqual(f(n + 1), 1)", "JSON cannot say: n + 1"],
    [
      "another function",
      "assert.deepEqual(g(1), 1)",
      "a test does more than compare what the function returns",
    ],
    ["no test", "f(1)", "there is no test"],
    ["what does not parse", "assert.deepEqual(f(1", "the tests do not parse"],
  ])("refuses %s by its name", (_, text, why) => {
    expect(() => readAssertions(text, "f")).toThrow(why);
  });
});

describe("readSignature", () => {
  test.each([
    ["function f(a: string, b: Array<number>): number[] {\n"],
    ["import {x} from 'y'\n/** words */\nconst f = function (a: string, b: Array<number>) : number[]  {\n"],
  ])("reads the head in %j", (prompt) => {
    expect(readSignature(prompt)).toEqual({
      name: "f",
      parameters: [
        { name: "a", type: "string" },
        { name: "b", type: "Array<number>" },
      ],
      returns: "number[]",
    });
  });

  test("refuses parameters without a name, and prompts without a head", () => {
    expect(() => readSignature("function f({ a }: { a: string }) {")).toThrow("no plain name");
    expect(() => readSignature("// nothing")).toThrow("does not end with a function's head");
  });
});
