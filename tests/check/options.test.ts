// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholder is a type
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
    ["_: Record<string /* nothing */, never>", []],
    ["_: { /* nothing */ }", []],
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

test.each([
  ["integer from 0", { type: "integer", least: 0 }],
  ["integer from -3", { type: "integer", least: -3 }],
  ["number from 0.5", { type: "number", least: 0.5 }],
  ["integer", { type: "integer" }],
  ["natural", { type: "number" }],
])("check reads @param {%s} as what it says of a number", (tag, expected) => {
  const { options } = schemaOf(`/**
 * Some.
 * @param {${tag}} n how many
 */
export default (input: Input, { n = 1 }: { n?: number }) => n;`);
  expect(options).toEqual([
    { name: "n", array: false, required: false, default: 1, help: "how many", ...expected },
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

describe("check says how to write an option of the type", () => {
  test.each([
    ["{ status: number }", "an option of its own"],
    ["() => void", "take a choice"],
    ["new () => object", "take a choice"],
    ["Date", "new Date("],
    ["Temporal.Instant", "new Date("],
    ["RegExp", "new RegExp("],
    ["Map<string, string>", "split each at its `=`"],
    ["Record<string, string>", "split each at its `=`"],
    ["{ [name: string]: string }", "split each at its `=`"],
    ["Set<string>", "new Set("],
    ["[number, number]", "number[]"],
    ["bigint", "BigInt("],
    ["1n", "BigInt("],
    ["symbol", '"a" | "b"'],
    ["any", "say what it is"],
    ["null", "write one of number"],
    ["T", "write the type itself"],
    ["Imported", "write the type out in this file"],
    ["Level", '"low" | "high"'],
    ["Box", "make it in the code"],
    ["Row", "an option of its own"],
    ["Partial<Row>", "write out what it stands for"],
    ["Row & { c: 1 }", "write all of the members in one type"],
    ["keyof typeof table", "write the choices out"],
    ['Row["b"]', "write out the type that stands there"],
    ["`a${string}`", "take a `string`"],
    ["T extends string ? 1 : 2", "write out the type that it comes to"],
    ["string | number", "Number("],
    ["string | string[]", "take the list alone"],
    ['"a" | true', "as words"],
    ['"a" | { b: 1 }', "an option of its own"],
    ["number[][]", "split each"],
    ["boolean[]", '"yes" | "no"'],
    ["String", "write it small"],
    ["Input", "the first parameter"],
  ])("%s", (type, hint) => {
    const types = `import type { Imported } from "writ";
const table = { a: 1 };
interface Row { b: 1 }
class Box {}
declare enum Level { low }`;
    const source = `${types}\nexport default function f<T>(input: Input, { a }: { a?: ${type} }) { return a; }`;
    const found = check(source).findings.filter((one) => one.rule === "options-on-command-line");
    expect(found.map((one) => [one.range.line, one.hint])).toEqual([[6, expect.stringContaining(hint)]]);
  });

  test.each([
    ["options: Row & { c?: 1 }", "write all of the members in one type"],
    ["options: Partial<Row>", "write out what it stands for"],
    ["options: { each(): void }", "take a choice"],
    ["[a]: [number]", "write each option out"],
    ["options: T", "write the type itself"],
    ["options: Generic", "leave the type parameter out"],
    ["options: Extended", "write the members of both"],
    ["options: { größe?: string }", "begin it with a letter"],
    ["options: { a }", "write one"],
  ])("or where all options are %s", (parameter, hint) => {
    const types = `interface Row { b?: 1 }
interface Extended extends Row { c?: 1 }
type Generic<T = string> = { a?: T };`;
    const source = `${types}\nexport default function f<T>(input: Input, ${parameter}) { return 1; }`;
    const found = check(source).findings.filter((one) => one.rule === "options-on-command-line");
    expect(found.map((one) => [one.range.line, one.hint])).toEqual([[4, expect.stringContaining(hint)]]);
  });
});
