// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are the examples' own
import { describe, expect, test } from "vitest";
import { fold } from "../../src/check/fold.ts";
import { parse } from "../../src/check/parse.ts";
import { resolveScopes } from "../../src/check/scopes.ts";
import { child, nodesOf } from "../../src/check/syntax-tree.ts";

function folded(expression: string) {
  const tree = parse("javascript", `${NAMES}\nit = ${expression};`).tree();
  const it = nodesOf(tree, "assignment_expression").findLast((one) => one.children.length === 2)!;
  return fold(child(it, "right")!, { tree, scopes: resolveScopes(tree) });
}

const NAMES = `const a = "con", b = a + "structor", o = { k: "key", [a]: "no" }, loop = loop + "x";
let once = "once", often = "o"; often = "p"; const [taken] = ["t"];`;

describe("fold sees", () => {
  test.each([
    ['"a" + "b"', "ab"],
    ["'\\u0061\\x62\\u{63}\\n'", "abc\n"],
    ["`${a}${1 + 1}!`", "con2!"],
    ["b", "constructor"],
    ["once", "once"],
    ["o.k + o['k']", "keykey"],
    ["o.k", "key"],
    ["true ? 'x' : 'y'", "x"],
    ["['c', 'b', 'a'].reverse().join('')", "abc"],
    ["'cba'.split('').toReversed().join('')", "abc"],
    ["String.fromCharCode(97, 98)", "ab"],
    ["atob('YWI=')", "ab"],
    ["['x', 'ab'][1].toUpperCase()", "AB"],
    ["'abc'[1]", "b"],
    ["'a-b'.replace('-', '$&')", "a$&b"],
    ["-1_000", -1000],
    ["0x1f", 31],
    ["!0", true],
  ])("%s", (expression, expected) => {
    expect(folded(expression)).toEqual(expected);
  });
});

describe("fold does not guess", () => {
  test.each([
    "often",
    "taken",
    "loop",
    "input",
    "f()",
    "o.other",
    "o.con",
    "`${input}`",
    "atob('%')",
    "[input]",
  ])("%s", (expression) => {
    expect(folded(expression)).toBeUndefined();
  });
});
