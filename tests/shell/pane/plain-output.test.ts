import { expect, test } from "vitest";
import { createPlainOutput } from "../../../src/shell/pane/plain-output.ts";

function plainOf(...pieces: string[]): string {
  const plain = createPlainOutput();
  for (const piece of pieces) plain.push(piece);
  return plain.end().text;
}

test.each([
  ["text, tabs and blanks at the end", "a\tb  \r\nc", "a\tb  \nc"],
  ["colours", "\x1b[1;31mred\x1b[0m\x1b[38:2::1:2:3mx", "redx"],
  [
    "titles, links, clipboard and other strings",
    "\x1b]0;t\x07a\x1b]8;;u\x1b\\b\x1b]52;c;eA==\x07\x1bP1$r\x1b\\c",
    "abc",
  ],
  ["character sets and other short escapes", "\x1b(B\x1b=\x1b>\x1b7a\x1b8\x1bM\x1bc", "a"],
  ["bells, nulls and C1", "a\x07\x00\x0b\x84b", "ab"],
  ["a line written over from its start", " 10%\r 50%\r100%\r\ndone\r\n", "100%\ndone\n"],
  ["a shorter text over a longer one", "longer\rabc\r\n", "abcger\n"],
  ["a line erased and written again", "working\r\x1b[Kdone\r\n", "done\n"],
  ["a whole line erased", "working\x1b[2K\rdone", "done"],
  ["the start of a line erased", "abcdef\x1b[3D\x1b[1K", "    ef"],
  ["backspaces", "a_\bb_\x1b[Dc", "abc"],
  ["moves to a column", "ab\x1b[5Gc\x1b[2Gx\x1b[Py", "axyc"],
  [
    "the other screen of a full-screen program",
    "before\r\n\x1b[?1049h\x1b[Hinside\r\nmore\x1b[?1049lafter\r\n",
    "before\nafter\n",
  ],
  ["the other screen among other modes", "\x1b[?25;1047hinside\x1b[?1047lafter", "after"],
  ["an escape that starts nothing", "a\x1b\x01b\x1b\x1b[31mc", "abc"],
  ["what stays unfinished at the end", "a\x1b[31", "a"],
])("createPlainOutput reads %s", (_, written, expected) => {
  expect(plainOf(written)).toBe(expected);
  expect(plainOf(...written)).toBe(expected);
});

test("createPlainOutput stops at its limit, says so, and counts on", () => {
  const plain = createPlainOutput({ unitsMost: 10 });
  plain.push("12345\n678\nabc\ndef\n");
  expect(plain.end()).toEqual({ text: "12345\n678\n", cut: true });
  expect(plain.lines()).toBe(4);
});

test("createPlainOutput counts lines, one without an end too, and none of the other screen", () => {
  const plain = createPlainOutput();
  plain.push("a\r\nb\x1b[?1049hc\r\nd\r\n\x1b[?1049l");
  expect(plain.lines()).toBe(2);
});

test("createPlainOutput takes a string that never ends for none, and goes on", () => {
  expect(plainOf("a\x1b]", "x".repeat(70_000), "\nb").endsWith("\nb")).toBe(true);
});

test("createPlainOutput does not grow by moves to the right", () => {
  expect(plainOf(...Array.from({ length: 50 }, () => "\x1b[99999C"), "x").length).toBeLessThan(70_000);
});
