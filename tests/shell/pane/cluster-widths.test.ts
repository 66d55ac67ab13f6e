import { expect, test } from "vitest";
import { cells, plain } from "../../../src/shell/line.ts";
import { createEmulator } from "../../../src/shell/pane/emulator.ts";

/** Where the cursor is after the text, which is asked as programs ask it. */
async function columnsOf(text: string): Promise<number> {
  const emulator = createEmulator({ columns: 40, rows: 3 });
  let reply = "";
  emulator.onReply((answer) => {
    reply = answer;
  });
  await new Promise<void>((resolve) => emulator.write(`${text}\x1b[6n`, resolve));
  return Number(/;(\d+)R/.exec(reply)![1]) - 1;
}

test.each([
  "abc",
  "日本語",
  "한국",
  "\u1112\u1161\u11ab",
  "e\u0301x",
  "😀",
  "👍🏽",
  "❤️",
  "❤",
  "👨‍👩‍👧",
  "🏳️‍🌈",
  "🇩🇪🇫🇷",
  "½ § …",
  "नमस्ते",
  "ﾊﾝ",
])("the emulator takes %s to be as wide as the interface does", async (text) => {
  expect(await columnsOf(text)).toBe(cells(text));
});

test("the emulator gives a character that hides a cell of its own", async () => {
  expect(await columnsOf("a\u202eb\u200bc")).toBe(5);
});

test("a mark, a joiner or a modifier with nothing before it harms nothing", async () => {
  for (const text of ["\u0301", "\u200d", "🏽", "\ufe0f"]) {
    const emulator = createEmulator({ columns: 5, rows: 2 });
    await new Promise<void>((resolve) => emulator.write(`\x1b[?25l${text}x`, resolve));
    expect(plain(emulator.screen()[0]!)).toMatch(/x$/);
  }
});
