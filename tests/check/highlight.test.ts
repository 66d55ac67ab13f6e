import { expect, test } from "vitest";
import { createHighlight } from "../../src/check/highlight.ts";

const highlight = createHighlight();
const ALL = { from: 0, to: 1e6 };
const told = (code: string, lines = ALL) =>
  highlight(code, lines).map(({ kind, start, end }) => `${kind} ${code.slice(start, end)}`);

test.each([
  ["const n: number = 1;", ["keyword const", "type number", "number 1"]],
  [
    "export default function* top(input: Input) {}",
    ["keyword export", "keyword default", "keyword function", "function top", "type Input"],
  ],
  ["// why\nyield 'x';", ["comment // why", "keyword yield", "string 'x'"]],
  ["counts.set(a, true)", ["function set", "constant true"]],
  ["const re = /a+/;", ["keyword const", "string /a+/"]],
  ["", []],
  ["日本 😀 \u0000 }}}", []],
])("createHighlight tells the pieces of %j", (code, expected) => {
  expect(told(code)).toEqual(expected);
});

test("createHighlight tells what is inside a template from its text", () => {
  expect(told(`const s = \`a \${1} b\`;`)).toEqual(["keyword const", "string `a ", "number 1", "string  b`"]);
});

test("createHighlight counts in UTF-16 units", () => {
  expect(told('const s = "😀日"; // 😀\nlet t;')).toEqual([
    "keyword const",
    'string "😀日"',
    "comment // 😀",
    "keyword let",
  ]);
});

test("createHighlight tells only the lines asked for, also in the middle of a comment", () => {
  const code = "/* a\nb\nc */\nconst x = 1;\nlet y;\n";
  expect(told(code, { from: 1, to: 2 })).toEqual(["comment b\n"]);
  expect(told(code, { from: 3, to: 4 })).toEqual(["keyword const", "number 1"]);
  expect(told(code, { from: 90, to: 99 })).toEqual([]);
});

test("createHighlight of a code that grows tells the same as of the whole at once", () => {
  const code = `/** Doc. */\nexport default function f(a: string) {\n  const s = \`x \${a} y\`;\n  return s + 'z';\n}\n`;
  const growing = createHighlight();
  for (let end = 1; end <= code.length; end++) {
    const part = code.slice(0, end);
    expect(growing(part, ALL)).toEqual(createHighlightOnce(part));
  }
});

test("createHighlight takes another code after the first", () => {
  expect(told("let a;")).toEqual(["keyword let"]);
  expect(told("var b;")).toEqual(["keyword var"]);
  expect(told("var")).toEqual(["keyword var"]);
});

test("createHighlight leaves a code that is too long as it is", () => {
  expect(told("let a;\n".repeat(50_000), { from: 0, to: 5 })).toEqual([]);
});

/** From a text that the one before is no start of, so that all of it is read. */
function createHighlightOnce(code: string) {
  highlight("\n\n", ALL);
  return highlight(code, ALL);
}
