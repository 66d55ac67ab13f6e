import { expect, test } from "vitest";
import { hasHidden, visible, visibleLine } from "../../src/terms/visible.ts";

const hidden: readonly (readonly [string, string, string])[] = [
  ["an escape sequence", "\u001b[31mred", "\\u{1b}[31mred"],
  ["an OSC 52 clipboard write", "\u001b]52;c;aGk=\u0007", "\\u{1b}]52;c;aGk=\\u{7}"],
  ["a C1 control", "a\u009b31m", "a\\u{9b}31m"],
  ["a carriage return", "safe\revil", "safe\\u{d}evil"],
  ["a bidi override", "a\u202eb", "a\\u{202e}b"],
  ["a zero-width space", "a\u200bb", "a\\u{200b}b"],
  ["a tag character", "a\u{e0041}b", "a\\u{e0041}b"],
  ["a lone surrogate", "a\ud800b", "a\\u{d800}b"],
  ["a byte order mark", "\ufeffa", "\\u{feff}a"],
  ["a Hangul filler", "a\u3164b", "a\\u{3164}b"],
  ["a line separator", "a\u2028b", "a\\u{2028}b"],
];

test.each(hidden)("visible shows %s", (_name, text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(hasHidden(text)).toBe(true);
});

test.each(["plain", "tab\tand\nnewline", "äöü 日本語 עברית", "👍🏽 ❤️", "a\u0301"])(
  "visible leaves %j alone",
  (text) => {
    expect(visible(text)).toBe(text);
    expect(hasHidden(text)).toBe(false);
  },
);

test("visibleLine keeps everything on one line", () => {
  expect(visibleLine("a\r\nb\tc")).toBe("a\\r\\nb\\tc");
});
