import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault } from "../../src/formats/json-fault.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("findJsonFault finds a fault exactly where JSON.parse does", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      "1",
      "-",
      "0.5e3",
      "01",
      "true",
      "nul",
      " ",
      "\n",
      '"',
    ),
    { maxLength: 12 },
  );
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom("", "]", '"', ",", "x", "\\"))
    .map(
      ([text, at, insert]) =>
        text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((list) => list.join("")),
        damaged,
      ),
      (text) => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test("findJsonFault puts the fault of a document that is cut off at its end", () => {
  const text = JSON.stringify({ a: [1.5, -2e3, true, "x\\\u00e9\n"], b: null, c: {} });
  for (let end = 1; end < text.length; end++) {
    expect(findJsonFault(text.slice(0, end))?.offset).toBe(end);
  }
});

test("findJsonFault walks a hundred thousand nested arrays", () => {
  expect(findJsonFault("[".repeat(100_000))?.offset).toBe(100_000);
});
