import { expect, test } from "vitest";
import { codeFrame } from "../../src/terms/frame.ts";
import type { Finding } from "../../src/terms/verdict.ts";

function finding(source: string, place: string, more: Partial<Finding> = {}): Finding {
  const start = source.indexOf(place);
  const before = source.slice(0, start).split("\n");
  const [line, column] = [before.length, before.at(-1)!.length];
  return {
    ...{ rule: "no-x", severity: "refuse", message: "`x` is out of reach", reason: "it is far" },
    range: {
      start,
      end: start + place.length,
      line,
      column,
      endLine: line,
      endColumn: column + place.length,
    },
    ...more,
  };
}

test("codeFrame shows the line, carets under the place, reason and hint", () => {
  const source = "const a = 1;\nuse(x1);\n";
  expect(codeFrame(source, finding(source, "x1", { hint: "write `y`" }))).toBe(
    `refused: \`x\` is out of reach [no-x]
  2 | use(x1);
    |     ^^
    why: it is far
    try: write \`y\``,
  );
});

test("codeFrame lines carets up under wide letters, tabs and made-visible characters", () => {
  const source = '\t"日本\u202e" + x1';
  const [, code, carets] = codeFrame(source, finding(source, "x1")).split("\n");
  expect(code).toBe('  1 |   "日本\\u{202e}" + x1');
  expect(carets).toBe(`    | ${" ".repeat(2 + 1 + 4 + 8 + 4)}^^`);
});

test("codeFrame cuts a long line around the place", () => {
  const source = `${"a".repeat(5000)}x1${"b".repeat(5000)}`;
  const [, code] = codeFrame(source, finding(source, "x1")).split("\n");
  expect(code!.length).toBeLessThan(120);
  expect(code).toContain("ax1b");
  expect(code).toMatch(/^ {2}1 \| ….*…$/);
});

test("codeFrame passes nothing raw", () => {
  const source = "x\u001b[2J\u202e";
  const shown = codeFrame(source, finding(source, "x", { message: "\u001b]0;m\u0007", reason: "\u202e" }));
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
});
