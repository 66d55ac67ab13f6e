// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholder is the snippet's own
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
    ["a sum of 100,000", `export default () => ${"1 + ".repeat(100_000)}1;`],
    [
      "10,000 types in types",
      `type A = ${"B<".repeat(10_000)}1${">".repeat(10_000)};\nexport default () => 1;`,
    ],
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

const ALL = ["clock", "env:*", "random", "read:*", "write:*"];

describe("check derives capabilities", () => {
  test.each([
    ["() => 1", []],
    ['(i, _: object, { read, env }) => [read("a.csv"), env("HOME")]', ["env:HOME", "read:a.csv"]],
    ['(i, _: object, { read: open = null }) => open("a" + ".csv")', ["read:a.csv"]],
    ['(i, _: object, levers) => levers.write("out", levers.read(i))', ["read:*", "write:out"]],
    ["(i, _: object, { now, random }) => [now(), random()]", ["clock", "random"]],
    ["(i, _: object, levers) => [levers]", ALL],
    ["(i, _: object, { ...rest }) => rest", ALL],
    ["(i, _: object, { read }) => [1].map(read)", ["read:*"]],
    ["() => [new Date(), Date.now(), Math.random()]", ["clock", "random"]],
    ['() => [new Date("2024"), Math.max(1), Temporal.PlainDate.from("2024-01-01")]', []],
    ["(i) => { const read = (x) => x; return read(i); }", []],
    ['(i, _: object, l) => { const { read } = l; return read("a.csv"); }', ["read:a.csv"]],
    ['(i, _: object, l) => { const open = l.read, again = open; return again("a.csv"); }', ["read:a.csv"]],
    ["(i, _: object, l) => { const { ...rest } = l; return rest; }", ALL],
    ["(i, _: object, { read }) => 1", []],
    ['function (i) { return arguments[2].read("a"); }', ALL],
    ["function (i) { return (() => arguments)(); }", ALL],
    ["function (i) { return [arguments.length, arguments[0], arguments[1]]; }", []],
    ["function (i) { return f(1); function f() { return arguments; } }", []],
  ])("%s", (code, capabilities) => {
    expect(check(`export default ${code};`).capabilities).toEqual(capabilities);
  });
});

describe("check derives exactly the paths and names that the code can say:", () => {
  const choice = '{ which = "a.csv" }: { which?: "a.csv" | "b.csv" }';
  const READS = ["read:a.csv", "read:b.csv"];
  test.each([
    [choice, "read(which)", READS],
    [choice, "{ const path = which; return read(path); }", READS],
    ["options: { which: 'a.csv' | 'b.csv' }", "read(options.which)", READS],
    ["{ which: w }: { which: 'a.csv' | 'b.csv' }", "read(w)", READS],
    ["{ of = 'a' }: { of?: 'a' | 'b' }", "read(`${of}.csv`)", READS],
    ["{ of = 'a' }: { of?: 'a' | 'b' }", "read(of + '.csv')", READS],
    [
      "{ of = 'x' }: { of?: 'x' | 'y' }",
      "{ const paths = { x: 'a.csv', y: 'b.csv' }; return read(paths[of]); }",
      READS,
    ],
    ["{ old = false }: { old?: boolean }", 'read(old ? "a.csv" : "b.csv")', READS],
    ["{ which }: { which?: 'a.csv' }", 'read(which ?? "b.csv")', READS],
    ["{ all = ['a.csv'] }: { all?: ('a.csv' | 'b.csv')[] }", "{ for (const one of all) read(one); }", READS],
    ["{ all = ['a.csv'] }: { all?: ('a.csv' | 'b.csv')[] }", "all.map((one) => read(one))", READS],
    ["_: object", '{ for (const one of ["a.csv", "b.csv"]) read(one); }', READS],
    ["_: object", '{ const load = (path) => read(path); return [load("a.csv"), load("b.csv")]; }', READS],
    [
      "_: object",
      '{ function load(path) { return read(path); } return [load("a.csv"), load("b.csv")]; }',
      READS,
    ],
    ["{ to }: { to?: 'a' | 'b' }", 'write(to, "x")', ["write:a", "write:b"]],
    ["{ of }: { of?: 'A' | 'B' }", "env(of)", ["env:A", "env:B"]],
    ["{ which }: { which?: string }", "read(which)", ["read:*"]],
    ["{ n }: { n?: 1 | 2 }", "read(n)", ["read:*"]],
    [
      "{ which = other() }: { which?: 'a' }",
      "{ return read(which); function other() { return 'b'; } }",
      ["read:*"],
    ],
    ["{ which }: { which?: 'a' }", "{ which += 'b'; return read(which); }", ["read:*"]],
    [
      "_: object",
      '{ const all = ["a"]; all.push(input.text()); for (const one of all) read(one); }',
      ["read:*"],
    ],
    [
      "_: object",
      '{ const all = { a: "a" }, same = all; same.a = input.text(); return read(all[input.text()]); }',
      ["read:*"],
    ],
    ["_: object", "read(...input.lines())", ["read:*"]],
    [
      "_: object",
      "{ function load(path) { return read(path); } return input.lines().map(load); }",
      ["read:*"],
    ],
  ])("%s and %s", (options, code, capabilities) => {
    const source = `export default (input, ${options}, { read, write, env }) => ${code};`;
    expect(check(source).capabilities).toEqual(capabilities);
  });
});
