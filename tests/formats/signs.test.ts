import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../src/formats/detect.ts";
import type { Head } from "../../src/formats/format.ts";
import { FORMAT_LIST } from "../../src/formats/format-list.ts";

const ACCESS = '1.2.3.4 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 200 512';
const PIECES = [
  ...["a", "name", "level=info", 'msg="it began"', "n=1", "key=", "export A=b", "=", "==", '"', "'"],
  ...[",", ";", "|", "\t", " ", "  ", "\n", "\r\n", "\r", "\u2028", "\uFEFF", "{", "[", '{"a":1}', "[1]"],
  ...["---", "key:", "- item", "version: 3", "  a: b", "%YAML 1.2", "[table]", 'title = "x"', "#"],
  ...[ACCESS, "<34>1 2025-10-11T22:14:15Z h a 1 - - m"],
  ...[
    "Oct 11 22:14:15 host app[1]: began",
    "2025-10-11T22:14:15Z host app: m",
    "PID TTY  TIME CMD",
    "total 12",
  ],
  ...["-rw-r--r-- 1 ada ada 12 Jan  1 10:00 file", "  PID  PPID STAT", "1", "12 ?  00:00"],
] as const;
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).chain((pieces) => {
  const text = pieces.join("");
  return fc.constantFrom(text, `${text}\n`.repeat(3), `${text}\n`);
});
const heads = fc.record({ text: texts, complete: fc.boolean(), header: fc.boolean() });

function headOf({ text, complete, header }: Omit<Head, "lines">): Head {
  const lines = text.split(/\r?\n/);
  const last = lines.pop()!;
  return { text, lines: complete && last !== "" ? [...lines, last] : lines, complete, header };
}

describe("the signs of a format", () => {
  test.each(FORMAT_LIST.map((format) => [format.name, format] as const))(
    "are in every head that is recognised as %s",
    (_, { signs, recognise }) => {
      const isSeen = (head: Omit<Head, "lines">) => recognise(headOf(head)) === null || signs.test(head.text);
      fc.assert(fc.property(heads, isSeen), { numRuns: 2000 });
    },
  );

  test.each([
    ["ndjson", '{"a":1}\n{"a":2}\n'],
    ["json", '[{"a":1}]'],
    ["combined", `${ACCESS}\n`],
    ["syslog", "Oct 11 22:14:15 host app[1]: began\n"],
    ["tsv", "a\tb\n1\t2\n"],
    ["toml", '[table]\ntitle = "x"\n'],
    ["yaml", "---\na: b\n"],
    ["keyvalue", "A=1\nB=2\n"],
    ["csv", "a,b\n1,2\n"],
    ["logfmt", 'level=info msg="it began"\n'],
    ["columns", "PID TTY  TIME CMD\n  1 ?    00:00 sh\n"],
  ])("let %s be recognised", (name, text) => {
    expect(detectFormat(new TextEncoder().encode(text), true).format).toBe(name);
  });
});
