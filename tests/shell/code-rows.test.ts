import { describe, expect, test } from "vitest";
import { codeRows, colouredRows } from "../../src/shell/code-rows.ts";
import { type Line, lineCells, plain } from "../../src/shell/line.ts";
import type { Highlight } from "../../src/terms/highlight.ts";
import { finding } from "./canned.ts";
import { HOSTILE } from "./hostile.ts";

const rows = (groups: readonly (readonly Line[])[]) => groups.flat().map(plain);
const tones = (one: Line) => one.map(({ text, tone }) => [text, tone]);

/** Every `let` is a keyword and every digit a number. */
const highlight: Highlight = (code) =>
  [...code.matchAll(/let|\d/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    kind: text === "let" ? "keyword" : "number",
  }));

const coloured = (code: string, columns: number, lines = { from: 0, to: code.split("\n").length }) =>
  colouredRows(codeRows(code, [], columns).slice(lines.from, lines.to), lines, { code, columns, highlight });

describe("codeRows", () => {
  test.each([
    [{}, "  │     ^ warning: the name is never used [no-unused]"],
    [{ endColumn: 7 }, "  │     ^^^ warning: the name is never used [no-unused]"],
    [{ endLine: 2, endColumn: 1 }, "  │     ^^^^^^^^ warning: the name is never used [no-unused]"],
    [{ column: 99, endColumn: 99 }, "  │             ^ warning: the name is never used [no-unused]"],
  ])("marks the place %j of a finding under its line", (place, expected) => {
    const one = finding(1, 4);
    const placed = { ...one, range: { ...one.range, ...place } };
    expect(rows(codeRows("let abcdefg;", [placed], 120))[1]).toBe(expected);
  });

  test("marks only where a place starts whose end would leave no room for the message", () => {
    const one = finding(1, 0);
    const long = { ...one, range: { ...one.range, endColumn: 60 } };
    expect(rows(codeRows("x".repeat(60), [long], 50))[2]).toMatch(/^ {2}│ \^ warning/);
  });

  test("keeps the gutter beside every row of a message that is broken", () => {
    const message = "a message that is much longer than one row of this terminal";
    const under = rows(codeRows("let a;\nb", [finding(1, 4, { message })], 40)).slice(1, -1);
    expect(under.length).toBeGreaterThan(3);
    for (const row of under) expect(row).toMatch(/^ {2}│ {5}/);
    expect(under.every((row) => row.length <= 40)).toBe(true);
  });

  test("puts carets on a row of their own where a message beside them would begin in the right half", () => {
    const one = finding(1, 30, { message: "a message that is longer than the half of this row" });
    const placed = { ...one, range: { ...one.range, endColumn: 35 } };
    const under = rows(codeRows(`${"x ".repeat(15)}fetch`, [placed], 50)).slice(1);
    expect(under[0]).toBe(`  │ ${" ".repeat(30)}^^^^^`);
    expect(under[1]).toMatch(/^ {2}│ warning: a message/);
    expect(under.slice(1).every((row) => /^ {2}│ \S/.test(row))).toBe(true);
  });

  test("no row of a message begins left of its carets", () => {
    for (let column = 0; column < 70; column++) {
      const one = finding(1, column, { message: "words ".repeat(30).trim() });
      const [, head, ...more] = rows(codeRows("y".repeat(72), [one], 80));
      const left = head!.search(/[^ │]/);
      for (const row of more) expect(row.search(/[^ │]/)).toBeGreaterThanOrEqual(Math.min(left, 4));
      if (head!.includes("warning"))
        for (const row of more) expect(row.search(/[^ │]/)).toBeGreaterThan(left);
    }
  });

  test("names the related places of a finding", () => {
    const one = finding(2, 0, {
      related: [{ range: finding(1, 0).range, message: "declared here" }],
    });
    expect(rows(codeRows("let a;\na();", [one], 80))[3]).toBe("  │   see line 1: declared here");
  });

  test("breaks a long line of code behind blanks and brackets, and shows every character of it", () => {
    const code =
      'const busiest = counted.toSorted((one, other) => other.total - one.total).slice(0, most);  "a  b"';
    const broken = rows(codeRows(code, [], 40));
    expect(broken).toEqual([
      "1 │ const busiest = counted.toSorted((",
      "    one, other) => other.total - ",
      '    one.total).slice(0, most);  "a  b"',
    ]);
    expect(broken.map((row) => row.slice(4)).join("")).toBe(code);
  });

  test("breaks inside of a word that is longer than a row", () => {
    expect(rows(codeRows("x".repeat(50), [], 24))).toEqual([
      ...[`1 │ ${"x".repeat(20)}`, `    ${"x".repeat(20)}`, `    ${"x".repeat(10)}`],
    ]);
  });

  test("keeps the columns of a place behind wide letters and tabs", () => {
    const one = finding(1, 5);
    const place = { ...one, range: { ...one.range, endColumn: 7 } };
    expect(rows(codeRows("\t日 = xy", [place], 80))[1]).toMatch(/^ {2}│ {8}\^\^ warning/);
  });
});

describe("colouredRows", () => {
  test("tones the pieces of each line and changes no letter", () => {
    expect(coloured("let a = 1;\nb", 80).flat().map(tones)).toEqual([
      [
        ["1 │ ", "dim"],
        ["let", "keyword"],
        [" a = ", null],
        ["1", "number"],
        [";", null],
      ],
      [
        ["2 │ ", "dim"],
        ["b", null],
      ],
    ]);
  });

  test.each([8, 20, 40, 200])("shows the same at %i columns as without colours", (columns) => {
    for (const code of ["let a1b2c3 = 'let let let';\n\tlet 日本 = 12345;\n\n", HOSTILE, "1".repeat(300)]) {
      const groups = codeRows(code, [finding(1, 2)], columns);
      const toned = colouredRows(groups, { from: 0, to: groups.length }, { code, columns, highlight });
      expect(rows(toned)).toEqual(rows(groups));
      for (const row of toned.flat()) expect(lineCells(row)).toBeLessThanOrEqual(Math.max(columns, 8));
    }
  });

  test("tones lines in the middle by their own place", () => {
    expect(coloured("let a;\nb\nlet 2", 80, { from: 2, to: 3 }).flat().map(tones)).toEqual([
      [
        ["3 │ ", "dim"],
        ["let", "keyword"],
        [" ", null],
        ["2", "number"],
      ],
    ]);
  });

  test("leaves rows alone that tokens out of place would change", () => {
    const wrong: Highlight = () => [
      { start: 4, end: 1, kind: "keyword" },
      { start: 0, end: 99, kind: "type" },
    ];
    const groups = codeRows("let a;", [], 80);
    expect(
      rows(colouredRows(groups, { from: 0, to: 1 }, { code: "let a;", columns: 80, highlight: wrong })),
    ).toEqual(rows(groups));
  });
});
