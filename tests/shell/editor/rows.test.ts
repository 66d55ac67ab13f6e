import { describe, expect, test } from "vitest";
import { editorRows } from "../../../src/shell/editor/rows.ts";
import type { Completion, EditorState } from "../../../src/shell/editor/state.ts";
import { press } from "./pressing.ts";

/** Rows as text, with what is in reverse between `[` and `]`. */
function screen(state: EditorState, columns: number, rows = 23): string[] {
  return editorRows(state, { columns, rows }).map((row) =>
    row.map(({ text, tone }) => (tone === "standout" ? `[${text}]` : text)).join(""),
  );
}

const DIRECTIVE = "show the busiest client addresses by bytes, and the slowest requests of each";
const MIXED = "日本語の行 e\u0301 🎉 🇩🇪 a\tb \x1b[2J";
const NINE_LINES = Array.from({ length: 9 }, (_, index) => `line ${index + 1}`).join("\n");
const PASTE = { paste: "a\n".repeat(40) };

describe("editorRows wraps", () => {
  test.each<[string, number, string[]]>([
    [DIRECTIVE, 200, [`> ${DIRECTIVE}[ ]`]],
    [DIRECTIVE, 80, [`> ${DIRECTIVE}[ ]`]],
    [
      DIRECTIVE,
      40,
      ["> show the busiest client addresses by ", "  bytes, and the slowest requests of ", "  each[ ]"],
    ],
    ["the busiest addresses", 10, ["> the ", "  busiest ", "  address", "  es[ ]"]],
    ["one two", 10, ["> one two[ ]"]],
    ["one two ", 10, ["> one two ", "  [ ]"]],
    ["oneone twotwo", 10, ["> oneone ", "  twotwo[ ]"]],
    ["abcdefghij", 3, ["ab", "cd", "ef", "gh", "ij[ ]"]],
    ["日本語", 8, ["> 日本", "  語[ ]"]],
    ["日本語の行が 日本語の行が", 40, ["> 日本語の行が 日本語の行が[ ]"]],
    ["日本語の行が 日本語の行が", 16, ["> 日本語の行が ", "  日本語の行が[ ]"]],
    [MIXED, 80, ["> 日本語の行 e\u0301 🎉 🇩🇪 a\\tb \\u{1b}[2J[ ]"]],
    [MIXED, 10, ["> 日本語", "  の行 e\u0301 ", "  🎉 🇩🇪 ", "  a\\tb ", "  \\u{1b}[", "  2J[ ]"]],
    ["a\n\nb", 10, ["> a", "  ", "  b[ ]"]],
    ["", 10, ["> [ ]"]],
    ["", 1, ["[ ]"]],
    ["日", 2, ["…[ ]"]],
  ])("%j at %i columns", (text, columns, expected) => {
    expect(screen(press(text, []).state, columns)).toEqual(expected);
  });
});

test.each<[string, number, string[]]>([
  ["80", 80, ["> sum of [[pasted 40 lines]] now"]],
  ["40", 40, ["> sum of [[pasted 40 lines]] now"]],
  ["10", 10, ["> sum of ", "  [[paste…] ", "  now"]],
  ["3", 3, ["su", "m ", "of ", "[[…] ", "no", "w"]],
])(
  "editorRows shows a folded paste as one, in reverse under the cursor, at %s columns",
  (_, columns, expected) => {
    const { state } = press("sum of ", [PASTE, '" now"', "left", "left", "left", "left", "left"]);
    expect(screen(state, columns)).toEqual(expected);
  },
);

test.each<[string, readonly string[], number, string[]]>([
  ["in the middle", ["up", "up", "up", "up"], 3, ["↑ line 4", "  line 5[ ]", "↓ line 6"]],
  ["at the end", [], 3, ["↑ line 7", "  line 8", "  line 9[ ]"]],
  ["at the start", ["alt-<"], 3, ["> [l]ine 1", "  line 2", "↓ line 3"]],
  ["in the only row", ["up"], 1, ["↑ line 8[ ]"]],
])("editorRows shows the rows around a cursor %s", (_, keys, rows, expected) => {
  expect(screen(press(NINE_LINES, keys).state, 40, rows)).toEqual(expected);
});

describe("editorRows shows choices", () => {
  const choice = (text: string, detail = "") => ({ text, label: text, isWhole: true, detail });
  const few = [choice("/help", "what can be typed here"), choice("/keys", "every key, \x1b[2J")];
  const many = Array.from({ length: 12 }, (_, index) => choice(`/x${index}`));
  const complete = (choices: Completion["choices"]) => () => ({ from: 0, to: 1, choices });

  test.each<[number, number, string[]]>([
    [80, 23, ["> /[ ]", "  /help  what can be typed here", "  [/keys]  every key, \\u{1b}[2J"]],
    [30, 23, ["> /[ ]", "  /help  what can be typed he…", "  [/keys]  every key, \\u{1b}[2J"]],
    [10, 3, ["> /[ ]", "  /help", "  [/keys]"]],
    [10, 2, ["> /[ ]", "  [/keys]"]],
    [10, 1, ["> /[ ]"]],
    [6, 3, ["/[ ]", "  /he…", "  [/ke]…"]],
  ])("at %i columns in %i rows", (columns, rows, expected) => {
    expect(screen(press("/", ["tab", "down"], { complete: complete(few) }).state, columns, rows)).toEqual(
      expected,
    );
  });

  test("and which of how many, where some are not shown", () => {
    const { state } = press("/", ["tab", "up"], { complete: complete(many) });
    expect(screen(state, 80, 5)).toEqual(["> /x[ ]", "  /x9", "  /x10", "  [/x11]", "  12 of 12"]);
  });
});

describe("editorRows shows the search", () => {
  const history = ["one old directive", "another thing"];
  test.each<[number, string[]]>([
    [80, ["> one old directive", "search: old[ ] Ctrl-R older · Enter takes · Esc leaves"]],
    [40, ["> one old directive", "search: old[ ] Ctrl-R older · Enter takes…"]],
    [10, ["> one old ", "↓ directi", "? old[ ] Ct…"]],
  ])("at %i columns", (columns, expected) => {
    expect(screen(press("draft", ["ctrl-r", '"old"'], { history }).state, columns, 3)).toEqual(expected);
  });

  test("and that nothing was found", () => {
    const { state } = press("draft", ["ctrl-r", '"zz"'], { history });
    expect(screen(state, 80)).toEqual(["> draft", "search: zz[ ] nothing found"]);
  });
});
