import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Rule } from "../../src/check/rule.ts";
import { hasHidden } from "../../src/terms/visible.ts";

const SNIPPET = `/** Count lines. */
export default function count(input: Input, { n = 1 }: { n?: number }): number {
  return n as number;
}
`;

test("check accepts with JavaScript of the same length and lines", () => {
  const verdict = check(SNIPPET);
  expect(verdict.accepted && verdict.javascript).toBe(
    SNIPPET.replace(": Input", "       ")
      .replace(": { n?: number }", " ".repeat(16))
      .replace(": number", " ".repeat(8))
      .replace(" as number", " ".repeat(10)),
  );
});

test("check gives ranges as 1-based lines and 0-based UTF-16 columns", () => {
  const { findings } = check('export default () => {\n  return "🎉" + fetch("a");\n};');
  expect(findings[0]?.range).toEqual({
    ...{ start: 39, end: 44 },
    ...{ line: 2, column: 16, endLine: 2, endColumn: 21 },
  });
});

test("check sorts findings by place", () => {
  const { findings } = check("export default () => [process, eval, fetch, ({}).constructor];");
  expect(findings.map((one) => one.rule)).toEqual([
    ...["no-unknown-globals", "no-code-from-strings", "no-unknown-globals", "no-constructor-access"],
  ]);
});

test("check judges TypeScript that cannot be erased by every rule", () => {
  const { findings } = check("enum A { B }\nexport default (x: Map<string, Foo>) => fetch(x as Bar, A.B);");
  expect(findings.map((one) => one.rule)).toEqual(["no-unerasable-syntax", "no-unknown-globals"]);
});

test("check refuses in the name of a rule that throws", () => {
  const broken: Rule = {
    ...{ name: "no-luck", severity: "note", summary: "", reason: "", misses: "", refused: [], allowed: [] },
    run() {
      throw new Error("lost");
    },
  };
  const verdict = check(SNIPPET, [broken]);
  expect(verdict.accepted).toBe(false);
  expect(verdict.findings).toMatchObject([{ rule: "no-luck", severity: "refuse" }]);
  expect(verdict.findings[0]?.message).toContain("lost");
});

test("check refuses what cannot be erased even without the rule that says so", () => {
  expect(check("enum A {}\nexport default () => 1;", []).findings).toMatchObject([
    { rule: "no-unerasable-syntax", severity: "refuse" },
  ]);
});

describe("check refuses, and does not crash, on", () => {
  test.each([
    ["nothing", ""],
    ["only a comment", "// nothing here"],
    ["NUL bytes", "\0\0\0"],
    ["lone surrogates", "\ud800\udc00\ud800"],
    ["a byte order mark", "\ufeffexport default () => 1;"],
    ["an unterminated template", "export default () => `a${"],
    ["10,000 open brackets", "(".repeat(10_000)],
    ["10,000 nested brackets", `export default () => ${"[".repeat(10_000)}${"]".repeat(10_000)};`],
    ["10,000 nested functions", `export default ${"() => ".repeat(10_000)}1;`],
    ["10,000 negations", `export default () => ${"!".repeat(10_000)}1;`],
    ["10,000 chained news", `export default () => ${"new ".repeat(10_000)}A;`],
    ["3 MB on a line", `export default () => "${"a".repeat(3_000_000)}";`],
    ["JSX", "export default () => <b>bold</b>;"],
    ["CommonJS", "module.exports = () => 1;"],
  ])("%s", (_, source) => {
    const verdict = check(source);
    expect(verdict.accepted).toBe(false);
    expect(verdict.findings.some((one) => one.severity === "refuse")).toBe(true);
  });

  test("none of these, and still accepts the next snippet", () => {
    expect(check(SNIPPET).accepted).toBe(true);
  });
});

test("check finds hidden text whatever was looked at before", () => {
  const hidden = 'export default () => "a\u200b";';
  expect(hasHidden(`${" ".repeat(100)}\u200b`)).toBe(true);
  expect(check(hidden).findings.map((one) => one.rule)).toEqual(["no-hidden-text"]);
});

test("check accepts a long flat text", () => {
  const long = Array.from({ length: 2000 }, (_, i) => `const a${i} = "${i}" + ${i};`).join("\n");
  expect(check(`${long}\nexport default () => a0;`).accepted).toBe(true);
});

describe("check derives capabilities", () => {
  test.each([
    ["() => 1", []],
    ['(i, _: object, { read, env }) => [read("a.csv"), env("HOME")]', ["env:HOME", "read:a.csv"]],
    ['(i, _: object, { read: open = null }) => open("a" + ".csv")', ["read:a.csv"]],
    ['(i, _: object, levers) => levers.write("out", levers.read(i))', ["read:*", "write:out"]],
    ["(i, _: object, { now, random }) => [now(), random()]", ["clock", "random"]],
    ["(i, _: object, levers) => [levers]", ["clock", "env:*", "random", "read:*", "write:*"]],
    ["(i, _: object, { ...rest }) => rest", ["clock", "env:*", "random", "read:*", "write:*"]],
    ["(i, _: object, { read }) => [1].map(read)", ["read:*"]],
    ["() => [new Date(), Date.now(), Math.random()]", ["clock", "random"]],
    ['() => [new Date("2024"), Math.max(1), Temporal.PlainDate.from("2024-01-01")]', []],
    ["(i) => { const read = (x) => x; return read(i); }", []],
  ])("%s", (code, capabilities) => {
    expect(check(`export default ${code};`).capabilities).toEqual(capabilities);
  });
});
