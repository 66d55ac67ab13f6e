import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editorKey, replaceText, startEditor } from "../../../src/shell/editor/editor.ts";
import { EDITOR_KEYS } from "../../../src/shell/editor/keys.ts";
import { editorRows } from "../../../src/shell/editor/rows.ts";
import { SHOWN_UNITS_MOST } from "../../../src/shell/editor/state.ts";
import { graphemes } from "../../../src/shell/graphemes.ts";
import { lineCells } from "../../../src/shell/line.ts";
import { context, editorText, type Press, press, shown } from "./pressing.ts";

const FAMILY = "👨‍👩‍👧";

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `line ${index + 1}`).join("\n");
}

describe("editorKey moves and erases by graphemes, words and lines", () => {
  test.each<[string, readonly Press[], string]>([
    ["", ['"ab"'], "ab|"],
    ["ab", ["left", '"x"'], "ax|b"],
    ["ab", ["left", "left", "left", "right", "right", "right"], "ab|"],
    [`a${FAMILY}`, ["left", '"x"'], `ax|${FAMILY}`],
    [`a${FAMILY}b`, ["left", "backspace"], "a|b"],
    ["日本語", ["left", "backspace"], "日|語"],
    ["e\u0301x", ["home", "delete"], "|x"],
    ["e\u0301x", ["home", "right", "backspace"], "|x"],
    ["🇩🇪🇫🇷", ["backspace"], "🇩🇪|"],
    ["one, two-three", ["alt-b"], "one, two-|three"],
    ["one, two-three", ["ctrl-left", "alt-left", "alt-b", "alt-b"], "|one, two-three"],
    ["one, two", ["home", "alt-f", "ctrl-right"], "one, two|"],
    ["one, two", ["home", "alt-f"], "one|, two"],
    ["one\ntwo", ["ctrl-a", '"x"'], "one\nx|two"],
    ["one\ntwo", ["home", "left", "ctrl-a"], "|one\ntwo"],
    ["one\ntwo", ["alt-<", "ctrl-e", '"x"'], "onex|\ntwo"],
    ["\n\n", ["up", "home"], "\n|\n"],
    ["", ["home", "end", "ctrl-a", "alt-b", "alt-f", "delete", "backspace"], "|"],
    ["one\ntwo", ["home", "backspace"], "one|two"],
    ["one", ["home", "ctrl-d"], "|ne"],
    ["x", ["f5", "insert", "pageup", "ctrl-t"], "x|"],
  ])("%j then %j", (start, presses, expected) => {
    expect(shown(press(start, presses).state)).toBe(expected);
  });

  test("keeps the cursor between graphemes where an edit joins two", () => {
    expect(shown(press("\u0301b", ["home", '"e"']).state)).toBe("e\u0301|b");
    expect(shown(press("🇩x🇪", ["left", "backspace"]).state)).toBe("🇩🇪|");
  });
});

describe("editorKey kills and yanks", () => {
  test.each<[string, readonly Press[], string]>([
    ["one two-three", ["ctrl-w"], "one |"],
    ["one two-three", ["alt-backspace"], "one two-|"],
    ["one two", ["ctrl-w", "ctrl-w", "ctrl-y"], "one two|"],
    ["one two", ["home", "alt-d", "alt-d", "ctrl-y", "ctrl-y"], "one twoone two|"],
    ["one two", ["ctrl-w", "left", "ctrl-w", "ctrl-y"], "one| "],
    ["one\ntwo", ["ctrl-u"], "one\n|"],
    ["one\ntwo", ["ctrl-u", "ctrl-u"], "one|"],
    ["one\ntwo", ["alt-<", "ctrl-k", "ctrl-k", "ctrl-e", "ctrl-y"], "twoone\n|"],
    ["one", ["ctrl-k", "ctrl-y"], "one|"],
    ["one", ["ctrl-u", "enter", "ctrl-y"], "one|"],
    ["one two", ["ctrl-w", "enter", "ctrl-y"], "two|"],
  ])("%j then %j", (start, presses, expected) => {
    expect(shown(press(start, presses).state)).toBe(expected);
  });
});

describe("editorKey undoes", () => {
  test.each<[string, readonly Press[], string]>([
    ["", ['"one two"', "ctrl-_"], "one|"],
    ["", ['"one two"', "ctrl-_", "ctrl-_"], "|"],
    ["", ['"one two"', "ctrl-_", "alt-u", "ctrl-_"], "|"],
    ["one two", ["ctrl-u", "ctrl-_"], "one two|"],
    ["one", ["left", "backspace", '"x"', "alt-u"], "o|e"],
    ["", ['"ab"', { paste: "cd" }, "ctrl-_"], "ab|"],
    ["", ['"draft"', "up", '"!"', "ctrl-_", "ctrl-_"], "draft|"],
  ])("%j then %j", (start, presses, expected) => {
    expect(shown(press(start, presses, { history: ["old"] }).state)).toBe(expected);
  });
});

describe("editorKey sends and makes lines", () => {
  test.each<[string, readonly Press[], string, readonly object[]]>([
    ["count", ["enter"], "|", [{ kind: "submit", text: "count" }]],
    [" ", ["enter"], " |", []],
    ["", ["alt-enter", "enter"], "\n|", []],
    ["a", ["alt-enter", '"b"', "ctrl-j", '"c"', "shift-enter"], "a\nb\nc\n|", []],
    ["a\\", ["enter", '"b"', "enter"], "|", [{ kind: "submit", text: "a\nb" }]],
    ["a\\\\", ["enter"], "|", [{ kind: "submit", text: "a\\\\" }]],
    ["a\\b", ["left", "enter"], "|", [{ kind: "submit", text: "a\\b" }]],
    ["\\", ["enter"], "\n|", []],
    ["a", ["ctrl-c"], "|", [{ kind: "interrupt", wasEmpty: false }]],
    ["", ["ctrl-c"], "|", [{ kind: "interrupt", wasEmpty: true }]],
    ["", ["ctrl-d"], "|", [{ kind: "end" }]],
    ["a", ["ctrl-d", "left", "ctrl-d"], "|", []],
    ["a", ["ctrl-l", "ctrl-z"], "a|", [{ kind: "clear" }, { kind: "suspend" }]],
    ["a", ["ctrl-x", "ctrl-e"], "a|", [{ kind: "external-editor", text: "a" }]],
    ["a", ["ctrl-x", '"b"', "ctrl-e"], "a|", []],
  ])("%j then %j", (start, presses, expected, wanted) => {
    const { state, effects } = press(start, presses);
    expect(shown(state)).toBe(expected);
    expect(effects).toEqual(wanted);
  });
});

describe("editorKey moves by rows and walks the history at the first and last", () => {
  const history = ["oldest", "two\nlines", "newest"];
  test.each<[string, readonly Press[], string]>([
    ["abc\nd\nefg", ["up"], "abc\nd|\nefg"],
    ["abc\nd\nefg", ["up", "up"], "abc|\nd\nefg"],
    ["abc\nd\nefg", ["up", "up", "left", "down"], "abc\nd|\nefg"],
    ["abc\nd\nefg", ["up", "up", "left", "down", "down"], "abc\nd\nef|g"],
    ["日本\nabcd", ["left", "up"], "日|本\nabcd"],
    ["draft", ["up"], "newest|"],
    ["draft", ["up", "up"], "two\nlines|"],
    ["draft", ["up", "up", "up"], "two|\nlines"],
    ["draft", ["up", "up", "up", "up", "up", "up"], "oldest|"],
    ["draft", ["up", "down"], "draft|"],
    ["draft", ["left", "up", "down"], "draf|t"],
    ["draft", ["down"], "draft|"],
    ["draft", ["up", "up", "down", "down"], "draft|"],
    ["draft", ["ctrl-p", "ctrl-p", "ctrl-p", "ctrl-n"], "two\nlines|"],
    ["draft", ["up", '"!"', "up"], "newest|"],
    ["draft", ["up", '"!"', "up", "down"], "newest!|"],
  ])("%j then %j", (start, presses, expected) => {
    expect(shown(press(start, presses, { history }).state)).toBe(expected);
  });

  test.each([
    [10, "one two three", ["up"], "one t|wo three"],
    [10, "one two three", ["up", "up"], "old|"],
    [40, "one two three", ["up"], "old|"],
    [10, "日本語日本語", ["up"], "日本|語日本語"],
    [10, "abcdefghijklmn", ["up"], "abcdef|ghijklmn"],
    [2, "abc", ["up"], "a|bc"],
  ])("at %i columns: %j then %j", (columns, start, presses, expected) => {
    expect(shown(press(start, presses, { columns, history: ["old"] }).state)).toBe(expected);
  });
});

describe("editorKey folds what is long", () => {
  test.each<[string, string]>([
    [lines(10), `${lines(10)}|`],
    [lines(11), "[pasted 11 lines]|"],
    [`${lines(120)}\n`, "[pasted 120 lines]|"],
    ["x".repeat(1000), `${"x".repeat(1000)}|`],
    ["x".repeat(1001), "[pasted 1,001 characters]|"],
    ["a\r\nb\rc", "a\nb\nc|"],
    ["a\ud800b", "a\ufffdb|"],
  ])("a paste of %j", (paste, expected) => {
    const { state } = press("", [{ paste }]);
    expect(shown(state)).toBe(expected);
  });

  test("and sends it whole", () => {
    const { effects } = press("", [
      '"sum of "',
      { paste: lines(12) },
      '" twice "',
      { paste: lines(12) },
      "enter",
    ]);
    expect(effects).toEqual([{ kind: "submit", text: `sum of ${lines(12)} twice ${lines(12)}` }]);
  });

  test.each<[string, readonly Press[], string]>([
    ["the cursor passes it as one", ["left", "left", '"x"'], "x|a[pasted 12 lines]"],
    ["backspace erases it as one", ["backspace"], "a|"],
    ["a word key passes it as a word", ["alt-b"], "a|[pasted 12 lines]"],
    ["it is killed and yanked", ["alt-backspace", "home", "ctrl-y"], "[pasted 12 lines]|a"],
    ["an accent after it stays by itself", ['"\u0301"', "left", "left", '"x"'], "ax|[pasted 12 lines]\u0301"],
    ["undo brings it back", ["ctrl-u", "ctrl-_"], "a[pasted 12 lines]|"],
  ])("%s", (_, presses, expected) => {
    expect(shown(press("a", [{ paste: lines(12) }, ...presses]).state)).toBe(expected);
  });

  test("yanks into the next directive what was killed in the last", () => {
    const { state } = press("a ", [{ paste: lines(12) }, "ctrl-w", "enter", "ctrl-y"]);
    expect(editorText(state)).toBe(lines(12));
  });

  test("shows a recalled entry as it is, and of one that would make keys slow the first line", () => {
    const long = `sum of\n${"word ".repeat(10_000)}`;
    expect(shown(press("", ["up"], { history: [lines(12)] }).state)).toBe(`${lines(12)}|`);
    expect(shown(press("", ["up"], { history: [long] }).state)).toBe("sum of\n[pasted 50,000 characters]|");
    const { effects } = press("", ["up", "down", "up", "enter"], { history: [long] });
    expect(effects).toEqual([{ kind: "submit", text: long }]);
  });

  test("cuts a first line without end between graphemes", () => {
    const long = FAMILY.repeat(1000);
    const { state } = press("", ["up"], { history: [long] });
    expect(shown(state)).toMatch(/^(👨‍👩‍👧)+\[pasted [\d,]+ characters\]\|$/);
    expect(editorText(state)).toBe(long);
  });

  test("takes back what an editor gave in one step of undo, however long it is", () => {
    const { state } = press(replaceText(startEditor("one"), lines(2000)), ["ctrl-_"]);
    expect(shown(state)).toBe("one|");
  });

  test("cannot be told by what is pasted that something was folded", () => {
    const { state } = press("", [{ paste: lines(12) }, { paste: "\u{e0200}" }]);
    expect(shown(state)).toBe("[pasted 12 lines]\ufffd|");
  });
});

test("editorKey types no more where so much is shown that keys would get slow", () => {
  const { state } = press("x".repeat(SHOWN_UNITS_MOST), ['"y"']);
  expect(state.now.text).toHaveLength(SHOWN_UNITS_MOST);
  expect(shown(press(state, [{ paste: "pasted" }]).state)).toContain("[pasted 6 characters]|");
});

test("replaceText takes what an editor gave back, and undo what was there", () => {
  const replaced = replaceText(press("one", ["left"]).state, "two\r\nlines\n");
  expect(shown(replaced)).toBe("two\nlines|");
  expect(shown(press(replaced, ["ctrl-_"]).state)).toBe("on|e");
  expect(replaceText(replaced, "two\nlines\n")).toBe(replaced);
});

test("editing goes on around a pasted megabyte, which is one unit that shows as a few words", () => {
  let { state } = press("before ", [{ paste: `${"x".repeat(99)}\n`.repeat(10_000) }]);
  const keys = [
    '"a"',
    "left",
    "alt-b",
    "up",
    "down",
    "backspace",
    "ctrl-_",
    "ctrl-w",
    "ctrl-y",
    "end",
    '"日"',
  ];
  for (const one of keys) state = press(state, [one]).state;
  expect(editorRows(state, { columns: 80, rows: 20 }).length).toBeLessThanOrEqual(20);
  expect(shown(state).length).toBeLessThan(100);
  expect(editorText(state)).toContain("x".repeat(99));
});

const names = [...EDITOR_KEYS.flatMap((row) => row.names), "escape", "ctrl-g", "ctrl-s", "shift-tab", "f1"];
const text = fc.string({ unit: "grapheme", maxLength: 30 });
const anyKey = fc.oneof(
  fc.constantFrom(...names).map((name) => ({ name, text: "" })),
  fc
    .constantFrom(..."a \\\n\u0301\u200d日👩🇩🇪ก\u0e33\u1100\u1161\u{e0200}")
    .map((one) => ({ name: one, text: one })),
  text.map((pasted) => ({ name: "paste", text: pasted })),
  fc.constantFrom(...[lines(12), "y".repeat(1200)].map((pasted) => ({ name: "paste", text: pasted }))),
);

test("no keys put the cursor inside a grapheme, and every frame fits its rows and columns", () => {
  const complete = (_: string, cursor: number) => ({
    from: Math.max(0, cursor - 1),
    to: cursor,
    choices: [
      { text: "@\u0301日", label: "日", isWhole: true, detail: "\x1b[2J" },
      { text: "@b", label: "@b", isWhole: false, detail: "" },
    ],
  });
  fc.assert(
    fc.property(
      text,
      fc.array(anyKey, { maxLength: 40 }),
      fc.array(text, { maxLength: 4 }),
      fc.record({ columns: fc.integer({ min: 1, max: 60 }), rows: fc.integer({ min: 1, max: 12 }) }),
      (start, keys, history, size) => {
        let state = startEditor(start);
        for (const key of keys) {
          state = editorKey(state, key, context({ columns: size.columns, history, complete })).state;
          const { cursor } = state.now;
          const starts = Array.from(graphemes(state.now.text), ({ index }) => index);
          expect([...starts, state.now.text.length]).toContain(cursor);
          const rows = editorRows(state, size);
          expect(rows.length).toBeLessThanOrEqual(size.rows);
          expect(Math.max(...rows.map(lineCells))).toBeLessThanOrEqual(size.columns);
        }
      },
    ),
    { numRuns: 300 },
  );
});
