import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cutToWidth, displayWidth } from "../../src/formats/display-width.ts";
import { layoutTable } from "../../src/formats/table.ts";

test.each([
  "",
  "abc",
  "é",
  "e\u0301",
  "日本語",
  "한국어",
  "ｆｕｌｌ",
  "👍",
  "👨‍👩‍👧",
  "🇩🇪",
  "❤️",
  "a\u200bb",
  "ไทย",
  "🏽",
])("displayWidth of %j is what string-width says", (text) => {
  expect(displayWidth(text)).toBe(stringWidth(text));
});

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["日本語", 5, "日本…"],
  ["日本語", 4, "日…"],
  ["abc", 0, ""],
])("cutToWidth of %j to %i is %j", (text, columns, cut) => {
  expect(cutToWidth(text, columns)).toBe(cut);
});

test("layoutTable aligns text on the left and numbers on the right, by display width", () => {
  const records = [
    { name: "日本", n: 5, share: "1.5%" },
    { name: "b", n: -10, share: null },
    { name: "c", extra: { a: 1 } },
  ];
  expect(layoutTable(records, { columns: null })).toEqual([
    "name    n  share  extra",
    "日本    5   1.5%",
    "b     -10",
    'c                 {"a":1}',
  ]);
});

test("layoutTable cuts the widest columns so that rows fit", () => {
  const records = [{ id: 1, path: "/a/very/long/path/indeed", agent: "Mozilla/5.0 (X11)" }];
  expect(layoutTable(records, { columns: 30 })).toEqual([
    "id  path          agent",
    " 1  /a/very/lon…  Mozilla/5.0…",
  ]);
});

test("layoutTable makes controls, newlines and tabs visible", () => {
  expect(layoutTable([{ "a\u001b": "x\u001b[2J\ny\tz" }], { columns: null })).toEqual([
    "a\\u{1b}",
    "x\\u{1b}[2J\\ny\\tz",
  ]);
});

test.each([
  [
    ["a", "b"],
    ["value", "a", "b"],
  ],
  [[[1, 2]], ["c1  c2", " 1   2"]],
  [[], [""]],
])("layoutTable draws %j as %j", (records, lines) => {
  expect(layoutTable(records, { columns: null })).toEqual(lines);
});
