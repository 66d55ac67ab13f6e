import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";

const LONG = 10_000;
// As deep as a text may be nested, less what is around it.
const DEEP = 380;

/** `make(1)` to `make(10000)`, a line each. */
function lines(make: (n: number) => string): string {
  return Array.from({ length: LONG }, (_, i) => make(i + 1)).join("\n");
}

function aliases(first: string, last: string): string {
  return `const a0 = ${first};\n${lines((n) => `const a${n} = a${n - 1};`)}\n${last}`;
}

const LAST = `a${LONG}`;

describe("10,000 names for one thing are followed to it:", () => {
  test.each([
    ["a record", "{ x: 1 }", `export default (input) => { ${LAST}.x = 2; input[${LAST}.x] = ${LAST}; };`, []],
    ["a list", '["a"]', `export default (input) => input[${LAST}[0]];`, []],
    [
      "a prototype",
      "Array.prototype",
      `export default () => { ${LAST}.x = 2; };`,
      ["no-prototype-tampering"],
    ],
    ["a function", "() => 1", `export default (input) => ${LAST}[input.text()];`, ["no-disguised-keys"]],
    ["a global", "Object", `export default () => ${LAST}.setPrototypeOf({}, null);`, ["no-unknown-members"]],
    ["a text", '"constructor"', `export default (input) => input[${LAST}];`, ["no-constructor-access"]],
    ["a path", '"a.csv"', `export default (input, _: object, { read }) => read(${LAST}).lines();`, []],
  ])("%s", (_, first, last, rules) => {
    const { findings } = check(aliases(first, last));
    expect([...new Set(findings.filter((one) => one.severity === "refuse").map((one) => one.rule))]).toEqual(
      rules,
    );
  });
});

test("names that stand for each other are no ground for an endless search", () => {
  const source = "const a = a, b = c, c = b;\nexport default () => { a.x = b[c]; return a.prototype; };";
  expect(check(source).findings.filter(isFailure)).toEqual([]);
});

function isFailure({ message }: { message: string }): boolean {
  return message.includes(" failed on this text");
}

describe("no rule gives up on", () => {
  test.each([
    [
      "records under many names",
      `export default (input) => {\nconst r0 = input.records();\n${lines((n) => `const r${n} = r${n - 1};`)}\nfor (const row of r${LONG}) row.a; };`,
    ],
    [
      "levers under many names",
      `export default (input, _: object, l0) => {\n${lines((n) => `const l${n} = l${n - 1};`)}\nreturn l${LONG}.read("x"); };`,
    ],
    [
      "sums of sums",
      `const s0 = "a";\n${lines((n) => `const s${n} = s${n - 1} + "b";`)}\nexport default (x) => x[s${LONG}];`,
    ],
    [
      "functions that call the one before",
      `const f0 = (x) => x;\n${lines((n) => `const f${n} = (x) => f${n - 1}(x);`)}\nexport default (x) => x[f${LONG}("constructor")];`,
    ],
    [
      "parts of parts",
      `const p0 = { a: 1 };\n${lines((n) => `const { a: p${n} } = p${n - 1};`)}\nexport default () => { p${LONG}.x = 1; };`,
    ],
    [
      "one name that is set again and again",
      `let a = "";\n${lines(() => 'a += "b";')}\nexport default (x) => x[a];`,
    ],
    [
      "types under many names",
      `type T0 = number;\n${lines((n) => `type T${n} = T${n - 1};`)}\nexport default (input, { n }: { n?: T${LONG} }) => n;`,
    ],
    [
      "types that stand for themselves",
      "type T = T;\ninterface U extends U {}\nexport default (input, { n }: T, m: U) => n;",
    ],
    [
      "members of members",
      `export default (x) => { x${".a".repeat(DEEP)} = 1; return x${".a".repeat(DEEP)}; };`,
    ],
    ["elements of elements", `export default (x) => { x${"[0]".repeat(DEEP)} = 1; };`],
    ["prototypes of prototypes", `export default (x) => { x${".prototype".repeat(DEEP)}.a = 1; };`],
    ["calls of calls", `export default (x) => ${"Object.freeze(".repeat(DEEP / 2)}x${")".repeat(DEEP / 2)};`],
    [
      "methods of methods",
      `export default (input) => input.records()${".filter((row) => row.a)".repeat(DEEP / 2)};`,
    ],
    ["choices in choices", `export default (x) => ${"x ? 1 : ".repeat(DEEP)}2;`],
    ["functions in functions", `export default ${"() => ".repeat(DEEP / 2)}1;`],
    ["patterns in patterns", `export default (${"[".repeat(DEEP / 2)}a${"]".repeat(DEEP / 2)}) => a;`],
    [
      "loops in loops",
      `export default (x) => { ${"while (x) { ".repeat(DEEP / 2)}x--; ${"}".repeat(DEEP / 2)} };`,
    ],
    ["negations of negations", `export default (x) => ${"!".repeat(DEEP)}x;`],
    ["many repetitions in one pattern", `export default (x) => /${"(a|b)*".repeat(1000)}/.test(x);`],
  ])("%s", (_, source) => {
    expect(check(source).findings.filter(isFailure)).toEqual([]);
  });
});

test("a member of a member of the snippet's own is its own, however deep", () => {
  const source =
    "export default (input) => { const own = input.json(); own.a.b.c.d.e.f.g.h.i.j.k = 1; return own; };";
  expect(check(source).accepted).toBe(true);
});
