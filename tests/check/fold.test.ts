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
let once = "once", often = "o"; often = "p"; const [taken] = ["t"], { k: part } = o;
const list = ["a", "b"], pushed = ["a"], passed = ["a"], set = { k: "a" }, rows = [["a"]];
pushed.push("b"); f(passed); set.k = "b"; rows[0][0] = "b";
function pick(i) { i = i - 16; return list[i]; } const join = (...all) => all, plus = (x, y = "z") => x + y;
const xor = (s) => [...s].map((c) => String.fromCharCode(c.charCodeAt(0) ^ 1)).join("");
const forever = (x) => forever(x);`;

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
    ["taken + part", "tkey"],
    ["list[1] + list.length", "b2"],
    ["pick(0x11)", "b"],
    ["plus('a') + plus('a', 'b')", "azab"],
    ["xor('bno')", "con"],
    ["(() => 'x')()", "x"],
    ["'' || 'x'", "x"],
    ["null ?? 'x'", "x"],
    ["(0, 'x')", "x"],
    ["once = 'y'", "y"],
    ["String.raw`\\n`", "\\n"],
    ["['a', 'b'].reduce((x, y) => x + y)", "ab"],
    ["['a', 'b'].map((c, i) => c + i).join('')", "a0b1"],
    ["[...'ab', ...['c']].join('')", "abc"],
    ["String.fromCharCode(...[97, 98])", "ab"],
    ["String.fromCharCode.apply(null, [97, 98])", "ab"],
    ["new TextDecoder().decode(new Uint8Array([97, 98]))", "ab"],
    ["'aXbX'.replace(/X/g, '')", "ab"],
    ["'a'.padEnd(3, 'bc')", "abc"],
    ["JSON.parse('\"ab\"')", "ab"],
    ["decodeURI('%61')", "a"],
    ["(35).toString(36)", "z"],
    ["typeof ''", "string"],
    ["1 < 2 && 3 % 2", 1],
  ])("%s", (expression, expected) => {
    expect(folded(expression)).toEqual(expected);
  });
});

describe("fold does not guess", () => {
  test.each([
    "often",
    "pushed[0]",
    "passed[0]",
    "set.k",
    "rows[0][0]",
    "join('a')",
    "forever('a')",
    "'a'.replace(/(a+)+$/, 'b')",
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
