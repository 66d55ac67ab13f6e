import { expect, test } from "vitest";
import { plain } from "../../src/shell/line.ts";
import { editText, fieldRow, textField } from "../../src/shell/text-field.ts";

/** Keys by name; anything of one character types itself. `|` marks the cursor in what comes out. */
function typed(start: string, keys: readonly string[]): string {
  const field = keys.reduce(
    (now, name) => editText(now, { name, text: name.length === 1 || name.startsWith("👩") ? name : "" }),
    textField(start),
  );
  return `${field.text.slice(0, field.cursor)}|${field.text.slice(field.cursor)}`;
}

test.each([
  ["ab", [], "ab|"],
  ["ab", ["c"], "abc|"],
  ["ab", ["left", "x"], "ax|b"],
  ["ab", ["left", "left", "left", "delete"], "|b"],
  ["ab", ["home", "right", "right", "right", "c"], "abc|"],
  ["ab", ["backspace", "backspace", "backspace"], "|"],
  ["a👩‍🚀", ["backspace"], "a|"],
  ["👩‍🚀b", ["home", "delete"], "|b"],
  ["abc", ["left", "ctrl-u"], "|c"],
  ["abc", ["home", "right", "ctrl-k"], "a|"],
  ["abc", ["ctrl-a", "x", "ctrl-e", "y"], "xabcy|"],
  ["abc", ["up", "pagedown", "f5", "tab"], "abc|"],
])("editText: %j then %j", (start, keys, expected) => {
  expect(typed(start, keys)).toBe(expected);
});

test("editText makes one line of what is pasted", () => {
  expect(editText(textField("a"), { name: "paste", text: "b\r\nc\td" }).text).toBe("ab c d");
});

test("fieldRow shows the part before the cursor where a text does not fit", () => {
  expect(plain(fieldRow("name: ", textField("top"), 20))).toBe("name: top ");
  expect(plain(fieldRow("name: ", textField("a-very-long-name"), 12))).toBe("name: name ");
  expect(plain(fieldRow("> ", { text: "abcdefgh", cursor: 0 }, 6))).toBe("> abc…");
});
