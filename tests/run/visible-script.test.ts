import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visibleScript } from "../../src/run/visible-script.ts";
import { visible } from "../../src/terms/visible.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-visible-"));
  writeFileSync(join(folder, "visible.sed"), visibleScript());
});
afterAll(() => rmSync(folder, { recursive: true }));

function filtered(text: string): string {
  const env = { PATH: process.env.PATH, LC_ALL: "C" };
  return spawnSync("sed", ["-f", join(folder, "visible.sed")], { env, input: text, encoding: "utf8" }).stdout;
}

test.each([
  "plain\ttext / with & signs \\ and \\1",
  "\u001b[2J\u001b]0;title\u0007\r\b\u007f",
  "\u009b31m in eight bits, \u0085",
  "\u202eright to left\u2066\u2069\u200b\ufeff",
  "é€😀 日本語 stay as they are",
  "\u{e0041}\u{e0001} tags, \u{1f468}\u200d\u{1f469} joined",
])("the script does to %j what visible does", (text) => {
  expect(filtered(`${text}\n`)).toBe(`${visible(text)}\n`);
});

test("the script does to every character what visible does", () => {
  // Where there are any: the blocks between hold letters.
  const blocks = [
    [0x01, 0x3200],
    [0xfe00, 0x10000],
    [0x11000, 0x13500],
    [0x1bc00, 0x1d200],
    [0xe0000, 0xe0200],
  ] as const;
  const codes = blocks.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));
  const text = codes.map((code) => String.fromCodePoint(code)).join("\n");
  expect(filtered(`${text}\n`)).toBe(`${visible(text)}\n`);
});
