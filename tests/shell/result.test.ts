import { expect, test } from "vitest";
import { taggedWriter } from "../../src/formats/writers/tagged-writer.ts";
import { createResultView, type ResultView } from "../../src/shell/result.ts";
import { HOSTILE } from "./hostile.ts";

function shown(
  feed: (view: ResultView, pieces: string[]) => void,
  { columns = 40, color = false }: { columns?: number | null; color?: boolean } = {},
): string {
  const pieces: string[] = [];
  const view = createResultView({ write: (text) => pieces.push(text), columns: () => columns, color });
  feed(view, pieces);
  view.end();
  return pieces.join("");
}

/** What the guest writes for these values. */
function tagged(...values: unknown[]): Uint8Array {
  const writer = taggedWriter();
  const pieces = values.map((value) =>
    value instanceof Uint8Array ? writer.bytes!(value) : writer.item(value),
  );
  return Buffer.from(pieces.join(""));
}

test.each([
  [
    "records are a table",
    [
      { a: "x", n: 1 },
      { a: "yyy", n: 20 },
    ],
    "a     n\nx     1\nyyy  20\n",
  ],
  ["lines are lines", ["one", 2, "three\nfour"], "one\n2\nthree\nfour\n"],
  ["an empty line is one", ["", "x"], "\nx\n"],
  ["bytes are text, ended with a newline", [Buffer.from("a\nb")], "a\nb\n"],
  ["lines after bytes begin their own line", [Buffer.from("a"), "b"], "a\nb\n"],
  ["a table after lines has an empty line before it", ["x", { a: 1 }], "x\n\na\n1\n"],
  ["lines after a table", [{ a: 1 }, "x"], "a\n1\nx\n"],
  ["arrays have numbered columns", [["x", 1]], "c1  c2\nx    1\n"],
])("createResultView: %s", (_, values, expected) => {
  expect(shown((view) => view.take(tagged(...values)))).toBe(expected);
});

test("createResultView takes its input in pieces of any size", () => {
  const bytes = tagged({ name: "日本" }, "é", { name: "ü" });
  const whole = shown((view) => view.take(bytes));
  const pieces = shown((view) => {
    for (const byte of bytes) view.take(Uint8Array.of(byte));
  });
  expect(pieces).toBe(whole);
});

test("createResultView streams the rows after the first 200 with the same columns", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ n: i, word: "w".repeat(5) }));
  const output = shown((view, pieces) => {
    view.take(tagged(...rows.slice(1)));
    expect(pieces).toEqual([]);
    view.take(tagged(rows[0]));
    expect(pieces).toHaveLength(1);
    view.take(tagged({ n: 7, word: "later" }));
    expect(pieces[1]).toBe("  7  later\n");
  });
  expect(output.split("\n")[0]).toBe("  n  word");
});

test("createResultView shows on flush what it holds back", () => {
  shown((view, pieces) => {
    view.take(tagged({ a: 1 }));
    view.flush();
    expect(pieces.join("")).toBe("a\n1\n");
    view.take(tagged({ a: 2 }));
    expect(pieces.join("")).toBe("a\n1\n2\n");
  });
});

test("createResultView begins a new table for a record with a field that has no column", () => {
  const output = shown((view) => {
    view.take(tagged({ a: 1 }));
    view.flush();
    view.take(tagged({ a: 2, b: 3 }));
  });
  expect(output).toBe("a\n1\n\na  b\n2  3\n");
});

test("createResultView cuts a table to the width of the terminal", () => {
  const output = shown((view) => view.take(tagged({ a: "x".repeat(100), b: "y".repeat(100) })), {
    columns: 20,
  });
  for (const row of output.trimEnd().split("\n")) expect(row.length).toBeLessThanOrEqual(20);
});

test.each([
  ["a terminal with room", 80],
  ["a pager", null],
])("createResultView cuts nothing of later and longer rows for %s", (_, columns) => {
  const rows = Array.from({ length: 200 }, (_, n) => ({ n, word: "w" }));
  const output = shown((view) => view.take(tagged(...rows, { n: 2_912_345, word: "longer than any" })), {
    columns,
  });
  expect(output).toMatch(/^2912345 {2}longer than any$/m);
});

test("createResultView shows a text of any length whole where there is no width", () => {
  const text = "x".repeat(50_000);
  expect(shown((view) => view.take(tagged({ text })), { columns: null })).toBe(`text\n${text}\n`);
});

test("createResultView emphasises the header where there are colours", () => {
  expect(shown((view) => view.take(tagged({ a: 1 })), { color: true })).toBe("\x1b[1ma\x1b[0m\n1\n");
});

test.each([
  ["a field", { a: HOSTILE }],
  ["a field's name", { [HOSTILE]: 1 }],
  ["a line", HOSTILE],
  ["bytes", Buffer.from(HOSTILE)],
])("createResultView lets nothing hidden in %s through", (_, value) => {
  const output = shown((view) => view.take(tagged(value)), { columns: 400 });
  expect(output).toContain("\\u{1b}[2J");
  expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u202e]/);
});

test("createResultView shows what is not in the guest's form as text", () => {
  const feed = (view: ResultView) => view.take(Buffer.from("r{broken\nrnull\nz\x1b[2J\nr"));
  expect(shown(feed)).toBe("{broken\nnull\n\\u{1b}[2J\n\n");
});

test("createResultView keeps a megabyte of a line that never ends, and says how much more there was", () => {
  const chunk = Buffer.from("x".repeat(1 << 20));
  const output = shown((view) => {
    view.take(Buffer.from("l"));
    for (let i = 0; i < 5; i++) view.take(chunk);
  });
  expect(output.length).toBeLessThan(1.1 * (1 << 20));
  expect(output).toMatch(/x… and 4194305 more characters\n$/);
});

const WIDE = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`column${i}`, "a long value"]));

test("columns that do not fit are left out with a mark, the others stay readable, and how many is known", () => {
  let narrowed: ResultView["narrowed"] = null;
  const text = shown(
    (view) => {
      view.take(tagged(WIDE));
      view.flush();
      narrowed = view.narrowed;
    },
    { columns: 40 },
  );
  expect(text).toBe("column0   column1   column2   column3  …\na long …  a long …  a long …  a long … …\n");
  expect(narrowed).toEqual({ shown: 4, columns: 12 });
});

test("nothing is said of columns that fit", () => {
  shown((view) => {
    view.take(tagged({ a: 1, b: 2 }));
    view.flush();
    expect(view.narrowed).toBeNull();
  });
});
