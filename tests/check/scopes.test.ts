// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are the examples' own
import { describe, expect, test } from "vitest";
import { parse } from "../../src/check/parse.ts";
import { resolveScopes } from "../../src/check/scopes.ts";

/** The names that are declared nowhere, in order. */
function free(source: string): readonly string[] {
  const parsed = parse("javascript", source);
  expect(parsed.hasError).toBe(false);
  const { references } = resolveScopes(parsed.tree());
  return references
    .filter((one) => one.binding === null)
    .sort((a, b) => a.node.start - b.node.start)
    .map((one) => one.name);
}

describe("resolveScopes finds the free names of", () => {
  test.each([
    ["hoisted functions and classes", "f(); new C(); function f() {} class C {}", []],
    ["var out of a block, let not", "{ var a; let b; } a; b;", ["b"]],
    ["var out of a loop and a try", "for (var i of x) {} try { var t; } catch {} i; t;", ["x"]],
    ["var not out of a function", "function f() { var a; } a;", ["a"]],
    ["a function in a block", "{ function f() {} f(); } f();", ["f"]],
    [
      "loop bindings",
      "for (let i = a; i < b; i++) i; for (const k in o) k; i; k;",
      ["a", "b", "o", "i", "k"],
    ],
    ["a loop over its own name", "for (const x of x) x;", ["x"]],
    [
      "a loop over names that exist",
      "for (x of y); for ([a.b, c = d] of e);",
      ["x", "y", "a", "c", "d", "e"],
    ],
    ["catch bindings", "try {} catch ({ a, b: [c] }) { a; c; b; } a;", ["b", "a"]],
    ["destructuring", "const { a, b: { c = d }, [e]: f, ...g } = h; a; b; c; f; g;", ["d", "e", "h", "b"]],
    [
      "destructuring assignment",
      "({ a, b: c, d = e } = f); [g, ...h] = i;",
      ["a", "c", "d", "e", "f", "g", "h", "i"],
    ],
    ["parameters", "(a, { b = a }, [c] = b, ...d) => [a, b, c, d, e];", ["e"]],
    ["a single parameter", "x => x + y;", ["y"]],
    ["defaults, which do not see the body", "function f(a = v) { var v; return a + v; }", ["v"]],
    ["a function's own name", "const g = function f() { return f; }; f;", ["f"]],
    ["a class's own name", "const D = class C extends B { m() { return C; } }; C;", ["B", "C"]],
    [
      "class members",
      "class C { a = x; #p = this.a; static { y; let z; z; } [k]() {} get m() { return m; } }",
      ["x", "y", "k", "m"],
    ],
    ["properties", "a.b.c; ({ b: 1, c() {}, [d]: e, f }); a?.g?.[h];", ["a", "d", "e", "f", "a", "h"]],
    ["labels", "out: for (;;) { for (;;) continue out; break out; }", []],
    ["switches", "switch (a) { case b: let c; c; default: c; } c;", ["a", "b", "c"]],
    ["imports", 'import d, { a as b, c } from "x"; import * as n from "y"; d; a; b; c; n;', ["a"]],
    ["exports", "const a = 1; export { a as b, c }; export default d;", ["c", "d"]],
    ["exports of others", 'export { a as b } from "x"; export * from "y"; export * as c from "z";', []],
    ["templates", "`${a}${`${b}`}`; c`d${e}`;", ["a", "b", "c", "e"]],
    ["operators", "typeof a; delete b.c; d++; e ??= f; new.target;", ["a", "b", "d", "e", "f"]],
    ["undefined", "undefined;", []],
  ])("%s", (_, source, expected) => {
    expect(free(source)).toEqual(expected);
  });
});
