import { expect, test } from "vitest";
import { cells, type Line, plain } from "../../../src/shell/line.ts";
import { paint } from "../../../src/shell/paint.ts";
import { createEmulator } from "../../../src/shell/pane/emulator.ts";

async function written(text: string, size = { columns: 20, rows: 5 }) {
  const emulator = createEmulator(size);
  await new Promise<void>((resolve) => emulator.write(text, resolve));
  return emulator;
}

const texts = (rows: readonly Line[]) => rows.map(plain);

test("screen gives the used rows, with the cursor as a cell in reverse", async () => {
  const emulator = await written("one\r\ntwo");
  expect(emulator.screen().map((row) => paint(row, 8))).toEqual(["one", "two\x1b[7m \x1b[0m"]);
});

test.each([
  ["a hidden cursor", "\x1b[?25lone"],
  ["a cursor hidden among other modes", "\x1b[?1;25lone"],
])("screen shows no cursor where the program has %s", async (_, text) => {
  expect((await written(text)).screen().map((row) => paint(row, 8))).toEqual(["one"]);
});

test("screen shows the cursor on the last cell where the next character will wrap", async () => {
  expect((await written("12345", { columns: 5, rows: 3 })).screen().map((row) => paint(row, 8))).toEqual([
    "1234\x1b[7m5\x1b[0m",
  ]);
});

test("screen gives all rows of the other screen", async () => {
  const emulator = await written("\x1b[?1049h\x1b[Htop\x1b[?25l");
  expect(emulator.isFullScreen()).toBe(true);
  expect(texts(emulator.screen())).toEqual(["top", "", "", "", ""]);
});

test("screen keeps the looks of cells, also of blanks where they are seen", async () => {
  const emulator = await written("\x1b[?25l\x1b[31ma  \x1b[44m  \x1b[0m\x1b[4m_ \x1b[0m b\x1b[1m   ");
  expect(paint(emulator.screen()[0]!, 8)).toBe("\x1b[31ma\x1b[0m  \x1b[31;44m  \x1b[0m\x1b[4m_ \x1b[0m b");
});

test.each([
  ["wide letters", "日本\x1b[?25l", "日本"],
  ["an emoji of several people", "👨‍👩‍👧x\x1b[?25l", "👨x"],
  ["a turn of the writing direction", "a\u202eb\x1b[?25l", "a\ufffdb"],
  ["concealed text", "a\x1b[8msecret\x1b[0mb\x1b[?25l", "a      b"],
  ["combined marks", "e\u0301x\x1b[?25l", "e\u0301x"],
])("screen shows %s in cells of the same width, with nothing hidden in them", async (_, text, expected) => {
  const [row] = (await written(text)).screen();
  expect(plain(row!)).toBe(expected);
  expect(cells(plain(row!))).toBe(cells(expected));
});

test("record gives what scrolled away too, and counts the lines that wrapped once", async () => {
  const emulator = await written(`${"x".repeat(45)}\r\n1\r\n2\r\n3\r\n4\r\n5\r\n`);
  const { rows, lines } = emulator.record();
  expect(texts(rows)).toEqual(["x".repeat(20), "x".repeat(20), "xxxxx", "1", "2", "3", "4", "5"]);
  expect(lines).toBe(6);
});

test("onReply answers what programs ask their terminal", async () => {
  const emulator = createEmulator({ columns: 20, rows: 5 });
  const replies: string[] = [];
  emulator.onReply((reply) => replies.push(reply));
  await new Promise<void>((resolve) => emulator.write("ab\x1b[6n\x1b[c", resolve));
  expect(replies.join("")).toMatch(/^\x1b\[1;3R\x1b\[\?[\d;]+c$/);
});

test.each([
  ["lines", "one\r\ntwo", false],
  ["a cleared screen", "\x1b[H\x1b[2Jone", false],
  ["a screen that is drawn again and again", "\x1b[Hone\x1b[K\r\n\x1b[Htwo", true],
  ["a row gone to by its number", "\x1b[4;1Hone", true],
  ["the other screen", "\x1b[?1049hone", true],
  ["cursor keys asked for as an editor does", "\x1b[?1hone", true],
])("isFullScreen tells %s", async (_, text, expected) => {
  expect((await written(text)).isFullScreen()).toBe(expected);
});

test("record of a screen that was drawn on is that screen", async () => {
  const emulator = await written(`${"old\r\n".repeat(10)}\x1b[2;1Hnew\x1b[K\x1b[J`);
  expect(emulator.record().lines).toBe(null);
  expect(texts(emulator.record().rows)).toEqual(["old", "new"]);
});
