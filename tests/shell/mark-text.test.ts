import { expect, test } from "vitest";
import { line, span } from "../../src/shell/line.ts";
import { markText } from "../../src/shell/mark-text.ts";

const marked = (text: string) =>
  markText(line(span("let ", "keyword"), "Total = total;"), text, "standout").map(({ text, tone }) => [
    text,
    tone,
  ]);

test.each([
  [
    "total",
    [
      ["let ", "keyword"],
      ["Total", "standout"],
      [" = ", null],
      ["total", "standout"],
      [";", null],
    ],
  ],
  [
    "Total",
    [
      ["let ", "keyword"],
      ["Total", "standout"],
      [" = total;", null],
    ],
  ],
  [
    "t T",
    [
      ["le", "keyword"],
      ["t ", "standout"],
      ["T", "standout"],
      ["otal = total;", null],
    ],
  ],
  [
    "none",
    [
      ["let ", "keyword"],
      ["Total = total;", null],
    ],
  ],
])("markText %j", (text, expected) => {
  expect(marked(text)).toEqual(expected);
});
