import { expect, test } from "vitest";
import { line, lineCells, plain, span } from "../../src/shell/line.ts";
import { cut, wrap } from "../../src/shell/wrap.ts";

const rows = (text: string, options: Parameters<typeof wrap>[1]) => wrap(line(text), options).map(plain);

test.each([
  ["fits", "abc", { columns: 3 }, ["abc"]],
  ["words", "one two three", { columns: 8 }, ["one two ", "three"]],
  ["words with a hanging indent", "one two three", { columns: 8, hang: 2 }, ["one two ", "  three"]],
  ["a word longer than a row", "abcdefgh", { columns: 3 }, ["abc", "def", "gh"]],
  ["a blank after a long word", "abcdefgh ij", { columns: 6 }, ["abcdef", "gh ij"]],
  ["code, anywhere", "let x = 1;", { columns: 4, breakAt: "anywhere" as const }, ["let ", "x = ", "1;"]],
  ["wide characters", "日本語", { columns: 5, breakAt: "anywhere" as const }, ["日本", "語"]],
  ["a grapheme is never split", "ae\u0301b", { columns: 1 }, ["a", "e\u0301", "b"]],
  ["an indent wider than half the row", "abcd", { columns: 2, hang: 9 }, ["ab", " c", " d"]],
])("wrap: %s", (_, text, options, expected) => {
  expect(rows(text, options).map((row) => row.trimEnd())).toEqual(expected.map((row) => row.trimEnd()));
});

test("wrap loses nothing and never passes the edge, at any width", () => {
  const text = "const 値 = `a\tb` + '\x1b[2J' + (x ? \"👩‍🚀\" : 'é');";
  for (let columns = 2; columns <= 60; columns++) {
    const all = wrap(line(text), { columns, breakAt: "anywhere" });
    expect(all.map(plain).join("")).toBe(plain(line(text)));
    expect(Math.max(...all.map(lineCells))).toBeLessThanOrEqual(columns);
  }
});

test("wrap breaks a megabyte on one line into as many rows as it takes", () => {
  expect(wrap(line("x".repeat(1_000_000)), { columns: 80, breakAt: "anywhere" })).toHaveLength(12_500);
});

test("wrap keeps the tone of each piece", () => {
  const [first, second] = wrap(line(span("ab", "bad"), span("cd", "good")), {
    columns: 3,
    breakAt: "anywhere",
  });
  expect(first).toEqual([span("ab", "bad"), span("c", "good")]);
  expect(second).toEqual([span("d", "good")]);
});

test.each([
  ["short", 10, "short"],
  ["too long", 5, "too …"],
  ["日本語", 4, "日…"],
  ["ab", 1, "…"],
  ["日本", 2, "…"],
])("cut: %j at %i", (text, columns, expected) => {
  expect(plain(cut(line(text), columns))).toBe(expected);
});
