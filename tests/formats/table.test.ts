import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cutToWidth, displayWidth } from "../../src/formats/display-width.ts";
import { measureTable, placeRow } from "../../src/formats/table.ts";
import { layoutTable } from "./lay-out.ts";

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
  "Grüße, мир — „ok…“",
  "한국어 ひらがな、カタカナー。",
])("displayWidth of %j is what string-width says", (text) => {
  expect(displayWidth(text)).toBe(stringWidth(text));
});

const LETTER =
  /^(?:(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}]|[\p{Po}\p{Pd}\p{Ps}\p{Pe}])$/u;

test("displayWidth of a letter of a common script is the same alone and beside one that joins", () => {
  const joins = "e\u0301";
  const differing = Array.from({ length: 0xd7ff - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter(
    (letter) => LETTER.test(letter) && displayWidth(letter) !== displayWidth(`${joins} ${letter}`) - 2,
  );
  expect(differing).toEqual([]);
});

test.each([
  ["abc", 3, "abc"],
  ["Grüße", 4, "Grü…"],
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

test("layoutTable keeps rows that would fit in columns that were cut", () => {
  const records = [
    { id: 1, path: "/a/very/long/path/indeed", agent: "Mozilla/5.0 (X11)" },
    { id: 2, path: "/a/long/path", agent: "-" },
    { id: 3, path: "/", agent: "curl/8.5.01 (x)" },
  ];
  expect(layoutTable(records, { columns: 30 })).toEqual([
    "id  path          agent",
    " 1  /a/very/lon…  Mozilla/5.0…",
    " 2  /a/long/path  -",
    " 3  /             curl/8.5.01…",
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

/** Rows that follow a layout made from the first. */
function following(records: readonly unknown[], columns: number | null): string[] {
  let layout = measureTable(records.slice(0, 1), { columns });
  return records.slice(1).map((record) => {
    const placed = placeRow(layout, record);
    layout = placed.layout;
    return placed.line;
  });
}

test.each([
  [
    "widens a column of numbers for good",
    [
      { n: 1, s: "ab", t: "x" },
      { n: 29123, s: "c", t: "y" },
      { n: 2, s: "d", t: "z" },
    ],
    null,
    ["29123  c   y", "    2  d   z"],
  ],
  [
    "shifts a row with a longer text, and comes back into the columns",
    [
      { s: "ab", t: "xxxx", n: 1 },
      { s: "abcd", t: "x", n: 2 },
      { s: "a", t: "y", n: 3 },
    ],
    null,
    ["abcd  x   2", "a   y     3"],
  ],
  [
    "gives a number the room of a text",
    [
      { s: "abcdefgh", n: 1 },
      { s: "abcdefgh", n: 12345 },
    ],
    12,
    ["abcd…  12345"],
  ],
  [
    "gives a long text the padding of another",
    [
      { s: "abcdefgh", t: "x" },
      { s: "a", t: "xyz" },
    ],
    11,
    ["a       xyz"],
  ],
  [
    "cuts a text that does not fit",
    [
      { n: 1, s: "a" },
      { n: 2, s: "b".repeat(20) },
    ],
    10,
    ["2  bbbbbb…"],
  ],
  [
    "shows nothing of a number that does not fit",
    [
      { a: 1, b: 2 },
      { a: 1234, b: 567890 },
    ],
    10,
    ["1234 …"],
  ],
  [
    "leaves a mark after the last number that fits",
    [
      { a: 1, b: 2 },
      { a: 12345678, b: 9 },
    ],
    10,
    ["12345678 …"],
  ],
  [
    "shows no number right before a mark",
    [
      { a: 1, b: 2 },
      { a: 123456789, b: 9 },
    ],
    10,
    [" …"],
  ],
])("placeRow %s", (_, records, columns, lines) => {
  expect(following(records, columns)).toEqual(lines);
});

test("layoutTable cuts text before it cuts a number", () => {
  const records = [{ path: "/a/very/long/path", size: 1234567890, when: "2026-11-21T00:00:00Z" }];
  expect(layoutTable(records, { columns: 30 })).toEqual([
    "path            size  when",
    "/a/very…  1234567890  2026-11…",
  ]);
});

test("layoutTable pads no column for one enormous text", () => {
  const lines = layoutTable(
    [
      { s: "x".repeat(50_000), n: 1 },
      { s: "y", n: 2 },
    ],
    { columns: null },
  );
  expect(lines[1]).toBe(`${"x".repeat(50_000)}  1`);
  expect(lines[2]!.length).toBeLessThan(1100);
});
