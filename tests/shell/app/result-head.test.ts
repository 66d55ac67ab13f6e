import { describe, expect, test } from "vitest";
import { createResultHead, resultLines } from "../../../src/shell/app/result-head.ts";
import { plain } from "../../../src/shell/line.ts";

function shown(tagged: string, size: { columns: number; most: number }) {
  const head = createResultHead();
  head.take(Buffer.from(tagged));
  head.end();
  const { lines, shown, columnsLeftOut } = resultLines(head.rows, size);
  return { lines: lines.map(plain), shown, ...(columnsLeftOut > 0 ? { columnsLeftOut } : {}) };
}

describe("resultLines", () => {
  test.each([
    ["records", 'r{"a":1,"b":"x"}\nr{"a":22}\n', [" a  b", " 1  x", "22"], 2],
    ["lines", "lone\nltwo\n", ["one", "two"], 2],
    ["lines between records", 'r{"a":1}\nlone\nr{"b":2}\n', ["a", "1", "one", "b", "2"], 3],
    ["arrays", "r[1,2]\n", ["c1  c2", " 1   2"], 1],
    ["bytes", `b${Buffer.from("x\ny\n").toString("base64")}\n`, ["x", "y"], 2],
    ["a last row that was cut", 'lone\nr{"a":', ["one", '{"a":'], 2],
    ["a tag that nobody writes", "?odd\n", ["odd"], 1],
    ["what is hidden", "l\x1b[2J\u202e\n", ["\\u{1b}[2J\\u{202e}"], 1],
    ["nothing", "", [], 0],
  ])("shows %s", (_, tagged, lines, count) => {
    expect(shown(tagged, { columns: 80, most: 20 })).toEqual({ lines, shown: count });
  });

  test.each([
    [3, ["a", "0", "1"], 2],
    [2, ["a", "0"], 1],
    [1, [], 0],
    [0, [], 0],
  ])("takes at most %i rows of the screen, the header among them", (most, lines, count) => {
    const tagged = Array.from({ length: 9 }, (_, a) => `r{"a":${a}}\n`).join("");
    expect(shown(tagged, { columns: 80, most })).toEqual({ lines, shown: count });
  });

  test.each([10, 40, 80, 200])("fits %i columns, whatever comes", (columns) => {
    const wide = JSON.stringify({ name: "日本語".repeat(40), text: "x".repeat(5_000_000 / 8), n: 1 });
    const { lines } = shown(`r${wide}\nl${"y".repeat(100_000)}\n`, { columns, most: 10 });
    for (const one of lines) expect(one.length).toBeLessThanOrEqual(columns);
    expect(lines).toHaveLength(3);
  });

  test("counts the columns for which there is no room", () => {
    const wide = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`column${i}`, "a long value"]));
    expect(shown(`r${JSON.stringify(wide)}\n`, { columns: 40, most: 9 })).toMatchObject({
      columnsLeftOut: 8,
    });
  });

  test("looks at no more rows than a screen has", () => {
    const head = createResultHead();
    for (let i = 0; i < 5000; i++) head.take(Buffer.from("lrow\n"));
    expect(head.rows.length).toBe(300);
  });
});
