import { describe, expect, it } from "vitest";
import { firstRecords, together } from "../../../src/cli/drafting/first-records.ts";
import type { FormatName } from "../../../src/terms/format.ts";

const AS_USUAL = { header: true } as const;

function seen(format: FormatName, text: string, complete = true) {
  return { name: "in", format, head: { bytes: Buffer.from(text), complete } };
}

function inputs(
  format: FormatName,
  text: string,
  how: { header: boolean } = AS_USUAL,
): readonly string[] | string {
  const records = firstRecords(seen(format, text), how, 3);
  return typeof records === "string" ? records : records.map(({ bytes }) => Buffer.from(bytes).toString());
}

describe("the first three records, each an input of its own", () => {
  const CASES: readonly { format: FormatName; text: string; expected: readonly string[] }[] = [
    { format: "lines", text: "a\nb\n\nc\nd\n", expected: ["a\n", "b\n", "c\n"] },
    { format: "ndjson", text: '{"a":1}\n{"a":2}\n', expected: ['{"a":1}\n', '{"a":2}\n'] },
    {
      format: "csv",
      text: 'n,t\r\n1,"a\nb ""c"""\r\n2,d\r\n',
      expected: ['n,t\n1,"a\nb ""c"""\n', "n,t\n2,d\n"],
    },
    { format: "tsv", text: "n\tt\n1\ta\n", expected: ["n\tt\n1\ta\n"] },
    {
      format: "json",
      text: '[{"a":12345678901234567890},{"a":2}]',
      expected: ['[{"a":12345678901234567890}]\n', '[{"a":2}]\n'],
    },
    { format: "json", text: '{"a":[1,2]}', expected: ['{"a":[1,2]}\n'] },
  ];
  it.each(CASES)("$format $text", ({ format, text, expected }) =>
    expect(inputs(format, text)).toEqual(expected),
  );

  it("have no head where the first row is data", () => {
    expect(inputs("csv", "1,2\n3,4\n", { header: false })).toEqual(["1,2\n", "3,4\n"]);
  });

  it("leave out the one that may be cut off", () => {
    const records = firstRecords(seen("lines", "a\nb\nc", false), AS_USUAL, 3);
    expect(records).toMatchObject([{ text: "a" }, { text: "b" }]);
  });

  it("cannot be had of a document that is one piece", () => {
    expect(inputs("yaml", "a: 1\n")).toBe("in is one yaml document, which has no records of its own");
    expect(inputs("json", "[1,")).toBe("the JSON is not one document");
  });
});

describe("the records in one input", () => {
  it.each([
    ["csv", "n,t\n1,a\n2,b\n"],
    ["lines", "a\nb\n"],
    ["json", '[{"a":1},{"a":2}]\n'],
  ] as const)("%s", (format, text) => {
    const records = firstRecords(seen(format, text), AS_USUAL, 3);
    if (typeof records === "string") throw new Error(records);
    expect(Buffer.from(together(records, format, true)).toString()).toBe(text);
  });
});
