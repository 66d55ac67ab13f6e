import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";

function schemaOf(source: string) {
  const verdict = check(source);
  if (!verdict.accepted) throw new Error(verdict.findings.map((one) => one.message).join("; "));
  return verdict.schema;
}

function optionsOf(parameter: string, types = "") {
  return schemaOf(`${types}\nexport default (input: Input, ${parameter}) => 1;`).options;
}

const TEXT = { type: "string", array: false, required: false, help: "" };
const NUMBER = { ...TEXT, type: "number" };

describe("check derives options from", () => {
  test.each([
    ["{ n = 10 }: { n?: number }", [{ ...NUMBER, name: "n", default: 10 }]],
    ["{ n = -1.5 }: { n?: number }", [{ ...NUMBER, name: "n", default: -1.5 }]],
    ["{ n }: { n?: number }", [{ ...NUMBER, name: "n" }]],
    ["{ n }: { n: number | undefined }", [{ ...NUMBER, name: "n" }]],
    ["{ n }: { n: number }", [{ ...NUMBER, name: "n", required: true }]],
    ["{ n: most = 3 }: { n?: number }", [{ ...NUMBER, name: "n", default: 3 }]],
    ["{ n = LIMIT }: { n?: number }", [{ ...NUMBER, name: "n", default: 7 }]],
    ['{ s = "a\\tb" }: { s?: string }', [{ ...TEXT, name: "s", default: "a\tb" }]],
    ["{ s = Date.name }: { s?: string }", [{ ...TEXT, name: "s" }]],
    ["{ deep = false }: { deep?: boolean }", [{ ...TEXT, name: "deep", type: "boolean", default: false }]],
    ["{ deep }: { deep?: true }", [{ ...TEXT, name: "deep", type: "boolean" }]],
    ['{ by = "a" }: { by?: "a" | "b" }', [{ ...TEXT, name: "by", choices: ["a", "b"], default: "a" }]],
    ["{ by }: { by?: -1 | 2 | null }", [{ ...NUMBER, name: "by", choices: [-1, 2] }]],
    ['{ f = ["x"] }: { f?: readonly string[] }', [{ ...TEXT, name: "f", array: true, default: ["x"] }]],
    ["{ f = [] }: { f?: Array<number> }", [{ ...NUMBER, name: "f", array: true, default: [] }]],
    ["{ f }: { f?: (1 | 2)[] }", [{ ...NUMBER, name: "f", array: true, choices: [1, 2] }]],
    ["options: { n?: number } = {}", [{ ...NUMBER, name: "n" }]],
    ['{ by = "a" }: Alias', [{ ...TEXT, name: "by", choices: ["a", "b"], default: "a" }]],
    ["{ n = 1 }: Interface", [{ ...NUMBER, name: "n", default: 1, help: "How many." }]],
    ["{ n = 1 } = {}", [{ ...NUMBER, name: "n", default: 1 }]],
    ['{ tags = ["a"] } = {}', [{ ...TEXT, name: "tags", array: true, default: ["a"] }]],
    ["_: Record<string, never>", []],
  ])("%s", (parameter, expected) => {
    const types = `const LIMIT = 7;
      type By = "a" | "b";
      type Alias = { by?: By };
      interface Interface { /** How many. */ n?: number }`;
    expect(optionsOf(parameter, types)).toEqual(expected);
  });
});

test("check takes summary, help and integers from the JSDoc of the function", () => {
  const schema = schemaOf(`// a comment
/**
 * Show the busiest
 * addresses.
 *
 * More of it.
 * @param input the log
 * @param {integer} n - how many
 *   to show
 * @param {"a" | "b"} options.by what to rank by
 */
export default function* top(input: Input, { n = 1, by = "a" }: { n?: number; by?: "a" | "b" }) {}
`);
  expect(schema.summary).toBe("Show the busiest addresses.");
  expect(schema.options.map(({ name, type, help }) => [name, type, help])).toEqual([
    ["n", "integer", "how many to show"],
    ["by", "string", "what to rank by"],
  ]);
});

test("check finds the function that is exported by its name", () => {
  const source = `/** Of the function. */
const main = (input: Input, { n = 2 }: { n?: number }) => n;
export default main;`;
  expect(schemaOf(source)).toMatchObject({
    summary: "Of the function.",
    options: [{ name: "n", default: 2 }],
  });
});
