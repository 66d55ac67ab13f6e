import fc from "fast-check";
import { expect, test } from "vitest";
import { textRows } from "../../../src/shell/editor/layout.ts";

const options = (room: number) => ({ pastes: [], room });

test.each<[string, number, string[]]>([
  ["one two three", 7, ["one two ", "three"]],
  ["one two three", 8, ["one two ", "three"]],
  ["one two ", 7, ["one two ", ""]],
  ["one  two", 4, ["one  ", "two"]],
  ["one   two", 4, ["one  ", " two"]],
  ["abcdefg", 3, ["abc", "def", "g"]],
  ["a bcdefg", 3, ["a ", "bcd", "efg"]],
  ["日本 語", 4, ["日本 ", "語"]],
  ["日本語", 3, ["日", "本", "語"]],
  ["日", 1, ["日"]],
  ["", 5, [""]],
  ["a\n\nb\n", 5, ["a", "", "b", ""]],
])("textRows breaks %j in rows of %i cells", (text, room, expected) => {
  expect(textRows(text, options(room)).map(({ from, to }) => text.slice(from, to))).toEqual(expected);
});

test("textRows breaks plain characters as it breaks graphemes", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", " ", "\n"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (plain, room) => {
      const amongOthers = textRows(`${plain}\n日`, options(room));
      expect(textRows(plain, options(room))).toEqual(amongOthers.filter(({ from }) => from <= plain.length));
    }),
    { numRuns: 500 },
  );
});

test("textRows leaves nothing out and puts nothing twice", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", " ", "\n", "日", "👩‍🚀", "e\u0301", "\x1b"),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (whole, room) => {
      const rows = textRows(whole, options(room));
      const back = rows.map(({ from, to, isOpen }) => whole.slice(from, to) + (isOpen ? "" : "\n")).join("");
      expect(back).toBe(`${whole}\n`);
    }),
  );
});
