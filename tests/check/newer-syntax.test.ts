import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { parseNewer } from "../../src/check/newer-syntax.ts";
import { parse } from "../../src/check/parse.ts";
import { nodesOf, textOf } from "../../src/check/syntax-tree.ts";

describe("the tree of newer syntax is that of its older form, in the text as written:", () => {
  test.each([
    ["javascript", "{ using a = f(); g(a); }", "{ const a = f(); g(a); }"],
    ["javascript", "{ using   a = 1, b = 2; }", "{ const   a = 1, b = 2; }"],
    ["javascript", "async () => { await using a = 1; };", "async () => {       const a = 1; };"],
    ["javascript", "for (using a of b) c;", "for (const a of b) c;"],
    [
      "javascript",
      "async () => { for await (using a of b) c; };",
      "async () => { for await (const a of b) c; };",
    ],
    ["typescript", "interface A<in out T> { a: T }", "interface A<       T> { a: T }"],
    ["typescript", "type A<out T, in U> = [T, U];", "type A<    T,    U> = [T, U];"],
    ["typescript", "class A<\n  in T,\n> {}", "class A<\n     T,\n> {}"],
    ["typescript", 'export type * from "a";', 'export      * from "a";'],
  ] as const)("%s %j", (grammar, text, older) => {
    const [newer, plain] = [parseNewer(grammar, text), parse(grammar, older)];
    expect([parse(grammar, text).hasError, newer.hasError]).toEqual([true, false]);
    const types = (tree: ReturnType<typeof plain.tree>) =>
      [...tree.nodes.values()].flat().map(({ type, start, end }) => [type, start, end]);
    expect(types(newer.tree())).toEqual(types(plain.tree()));
    expect(newer.tree().text).toBe(text);
  });
});

test("such words in texts, comments and expressions are only words", () => {
  const text = 'const s = "using x = 1"; /* using y = 2 */ { using z = /using a/; } s`using b`;';
  const tree = parseNewer("javascript", text).tree();
  expect(nodesOf(tree, "string", "regex", "template_string").map((one) => textOf(tree, one))).toEqual([
    '"using x = 1"',
    "/using a/",
    "`using b`",
  ]);
  expect(nodesOf(tree, "lexical_declaration")).toHaveLength(2);
});

test.each([
  "using = 1; using 2;",
  "type A<in> = 1; type B<in in T> = T;",
  "export type using a",
  "{ using a = 1; } (",
  "f(a, in b);",
  "f(a, out b); { using c = 1; }",
])("what is wrong stays wrong: %j", (text) => {
  expect(parseNewer("typescript", text).hasError).toBe(true);
});

test("what is wrong besides is told, and newer syntax is not", () => {
  const { findings } = check(
    "class A { accessor x = 1 }\nexport default () => { using a = null; return new A(); };",
  );
  expect(findings.map((one) => [one.rule, one.range.line])).toEqual([["no-syntax-error", 1]]);
});

describe("check judges what is declared with using like what is declared with const:", () => {
  test.each([
    ["export default () => { using a = fetch(1); return a; };", ["no-unknown-globals"]],
    ['export default (x) => { using key = "constructor"; return x[key]; };', ["no-constructor-access"]],
    ["export default () => { using a = Array.prototype; a.x = 1; };", ["no-prototype-tampering"]],
    ["export default () => { using process = null; return process; };", []],
    ["class A { accessor x = 1 }\nexport default () => A;", ["no-syntax-error"]],
  ])("%s", (source, rules) => {
    const { findings, accepted } = check(source);
    expect([...new Set(findings.map((one) => one.rule))]).toEqual(rules);
    expect(accepted).toBe(rules.length === 0);
  });

  test("and what runs is what was written", () => {
    const source = "export default (n: number) => { using a = null; return [a, n]; };";
    const verdict = check(source);
    expect(verdict.accepted && verdict.javascript).toBe(source.replace(": number", "        "));
  });
});
