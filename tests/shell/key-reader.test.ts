import { expect, test, vi } from "vitest";
import type { Key } from "../../src/shell/key.ts";
import { createKeyReader } from "../../src/shell/key-reader.ts";

function read(...chunks: string[]): string[] {
  const keys: Key[] = [];
  const reader = createKeyReader((key) => keys.push(key));
  for (const chunk of chunks) reader.push(chunk);
  reader.reset();
  return keys.map(({ name, text }) => (name === text || text === "" ? name : `${name}:${text}`));
}

test.each([
  ["characters in one chunk are keys of their own", ["abc\r"], ["a", "b", "c", "enter"]],
  ["a grapheme is one key", ["é👨‍👩‍👧"], ["é", "👨‍👩‍👧"]],
  [
    "control characters",
    ["\x03\x04\x15\n\t\x7f\x08"],
    ["ctrl-c", "ctrl-d", "ctrl-u", "ctrl-j", "tab", "backspace", "backspace"],
  ],
  ["arrows, as CSI and as SS3", ["\x1b[A\x1b[B\x1bOC\x1bOD"], ["up", "down", "right", "left"]],
  [
    "pages and ends",
    ["\x1b[5~\x1b[6~\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[3~"],
    ["pageup", "pagedown", "home", "end", "home", "end", "delete"],
  ],
  ["modifiers", ["\x1b[1;5C\x1b[1;2A\x1b[3;3~\x1b[Z"], ["ctrl-right", "shift-up", "alt-delete", "shift-tab"]],
  ["a sequence in pieces", ["\x1b", "[", "6", "~"], ["pagedown"]],
  ["a letter after an escape in one chunk", ["\x1bb"], ["alt-b"]],
  ["Alt-Enter and Alt-Backspace", ["\x1b\r\x1b\x7f"], ["alt-enter", "alt-backspace"]],
  ["Enter with Shift, where a terminal tells", ["\x1b[13;2u"], ["shift-enter"]],
  [
    "the control characters after the letters",
    ["\x1c\x1d\x1e\x1f"],
    ["ctrl-\\", "ctrl-]", "ctrl-^", "ctrl-_"],
  ],
  ["an escape before a sequence", ["\x1b\x1b[A"], ["escape", "up"]],
  ["reports of the terminal are no keys", ["\x1b[I\x1b[?62;22c\x1b[<0;3;4M\x1b[12;5Ry"], ["y"]],
  ["strings of the terminal are no keys", ["\x1b]11;rgb:0000/0000/0000\x07\x1bP1$r0m\x1b\\y"], ["y"]],
  ["a paste is one key", ["\x1b[200~y\nrm -rf\x1b[201~n"], ["paste:y\nrm -rf", "n"]],
  ["a paste in pieces", ["\x1b[200~one ", "two\x1b[20", "1~"], ["paste:one two"]],
])("createKeyReader: %s", (_, chunks, expected) => {
  expect(read(...chunks)).toEqual(expected);
});

test("createKeyReader takes an escape that nothing follows for the key, and only that one", () => {
  vi.useFakeTimers();
  const keys: string[] = [];
  const reader = createKeyReader(({ name }) => keys.push(name));
  reader.push("\x1b");
  expect(keys).toEqual([]);
  vi.runAllTimers();
  reader.push("\x1b[");
  vi.runAllTimers();
  reader.push("\x1b");
  reader.reset();
  vi.runAllTimers();
  expect(keys).toEqual(["escape"]);
  vi.useRealTimers();
});

test("createKeyReader takes nothing of a paste for keys, however long it is and wherever it is cut", () => {
  const text = "🎉\r".repeat(700_000);
  for (const chunk of [4095, 1 << 20, 1 << 24]) {
    const keys: Key[] = [];
    const reader = createKeyReader((key) => keys.push(key));
    const sent = `\x1b[200~${text}\x1b[201~y`;
    for (let at = 0; at < sent.length; at += chunk) reader.push(sent.slice(at, at + chunk));
    expect([...new Set(keys.map(({ name }) => name))]).toEqual(["paste", "y"]);
    expect(keys.slice(0, -1).every(({ text: piece }) => piece.isWellFormed())).toBe(true);
    expect(
      keys
        .slice(0, -1)
        .map((key) => key.text)
        .join(""),
    ).toBe(text);
  }
});
