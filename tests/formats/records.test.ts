import { describe, expect, test } from "vitest";
import type { FormatName } from "../../src/terms/format.ts";
import { recordsOf } from "./sources.ts";

const ACCESS = '1.2.3.4 - ada [10/Oct/2025:13:55:36 +0000] "GET /a?b=c HTTP/1.1" 200 512';

const READ: readonly (readonly [FormatName, string, unknown[]])[] = [
  ["lines", "a\nb", [{ line: "a" }, { line: "b" }]],
  ["ndjson", '{"a":1}\n\n  \n[2]\n"x"\r\nnull', [{ a: 1 }, [2], "x", null]],
  ["ndjson", "", []],
  ["json", "[]", []],
  ["json", ' [ 1 , "a,]\\"}\\\\" , {"b":[{}, "]"]} ]\n', [1, 'a,]"}\\', { b: [{}, "]"] }]],
  ["json", '{"a":\n[1]}\n', [{ a: [1] }]],
  ["json", "[[],[[1]]]", [[], [[1]]]],
  ["json", '{"a":"}"}{"a":{}}\n {"b":\n1}', [{ a: "}" }, { a: {} }, { b: 1 }]],
  ["json", '{"a":1234567890123456789012,"b":1.5}', [{ a: 1234567890123456789012n, b: 1.5 }]],
  [
    "ndjson",
    '[9007199254740991,9007199254740993,-9007199254740993,1e20]\n{"id":"12345678901234567890"}',
    [[9007199254740991, 9007199254740993n, -9007199254740993n, 1e20], { id: "12345678901234567890" }],
  ],
  ["csv", "a;b\n1,5;'x'\n", [{ a: "1,5", b: "'x'" }]],
  ["csv", 'a|b\n"1|2"|3\n', [{ a: "1|2", b: "3" }]],
  ["csv", "'a','b'\n'it''s','\"'\n", [{ a: "it's", b: '"' }]],
  ["csv", '"a;b",c\n1,2\n', [{ "a;b": "1", c: "2" }]],
  ["json", '"é😀"', ["é😀"]],
  ["csv", "a,b\n1,2\n", [{ a: "1", b: "2" }]],
  [
    "csv",
    "a,b\r\n1,2\r\n\r\n3,\r\n",
    [
      { a: "1", b: "2" },
      { a: "3", b: "" },
    ],
  ],
  ["csv", '"a\rb",c\r\n1,2\r\n', [{ "a\rb": "1", c: "2" }]],
  ["csv", "sep=;\r\nName;Sum\r\nA;1,5\r\n", [{ Name: "A", Sum: "1,5" }]],
  ["csv", '"sep=\t"\na\tb,c\n1\t2\n', [{ a: "1", "b,c": "2" }]],
  ["csv", "sep=,x\n1,2\n", [{ "sep=": "1", x: "2" }]],
  ["csv", "Name,,Betrag,\nA,x,1,\n", [{ Name: "A", c2: "x", Betrag: "1", c4: "" }]],
  ["csv", "a,a,a_2,a\n1,2,3,4\n", [{ a: "1", a_3: "2", a_2: "3", a_4: "4" }]],
  ["csv", "c2,\n1,2\n", [{ c2: "1", c2_2: "2" }]],
  ["csv", 'a,b\n"x,""y""","1\n2\r\n3"', [{ a: 'x,"y"', b: "1\n2\r\n3" }]],
  [
    "csv",
    'a,b\r\n"1","2"\r\n3,4" pipe\r\n',
    [
      { a: "1", b: "2" },
      { a: "3", b: '4" pipe' },
    ],
  ],
  ["csv", 'a,b\r\n"1",x\r\n', [{ a: "1", b: "x" }]],
  ["csv", "\uFEFFa\nx\n\ny\n", [{ a: "x" }, { a: "" }, { a: "y" }]],
  ["csv", "a,b", []],
  ["csv", "", []],
  ["tsv", "a\tb\r\n1\tx\\ty\\n\\\\ \\q\r\n", [{ a: "1", b: "x\ty\n\\ \\q" }]],
  ["tsv", 'a\tb\n"1\t2"\n', [{ a: '"1', b: '2"' }]],
  [
    "combined",
    `${ACCESS}\n${ACCESS} "-" "say \\"hi\\"" 37\n5.6.7.8 - - [t] "-" 408 -\n`,
    [
      accessRecord({ referer: "", agent: "", duration: null }),
      accessRecord({ referer: "-", agent: 'say \\"hi\\"', duration: 37 }),
      {
        ...accessRecord({ referer: "", agent: "", duration: null }),
        ...{ address: "5.6.7.8", user: "-", time: "t", method: "", path: "-", protocol: "" },
        ...{ status: 408, bytes: null },
      },
    ],
  ],
];

function accessRecord(rest: object) {
  return {
    ...{ address: "1.2.3.4", identity: "-", user: "ada", time: "10/Oct/2025:13:55:36 +0000" },
    ...{ method: "GET", path: "/a?b=c", protocol: "HTTP/1.1", status: 200, bytes: 512 },
    ...rest,
  };
}

const MALFORMED: readonly (readonly [FormatName, string, string])[] = [
  [
    "ndjson",
    '{"a":1}\n{"a":}\n',
    'in, line 2, column 6: expected a JSON value (one JSON value a line), found "}"',
  ],
  [
    "ndjson",
    '{"a":1',
    "in, line 1, column 7: expected `,` or `}` (one JSON value a line), found the end of the line",
  ],
  ["json", "", "in, line 1, column 1: expected a JSON value, found the end of the input"],
  ["json", "[1,\n 2 3]", 'in, line 2, column 4: expected `,` or `]`, found "3"'],
  ["json", "[1,]", 'in, line 1, column 4: expected a JSON value, found "]"'],
  ["json", "[,1]", 'in, line 1, column 2: expected a JSON value, found ","'],
  ["json", "[1,2", "in, line 1, column 5: expected `,` or `]`, found the end of the input"],
  ["json", "[1}", 'in, line 1, column 3: expected `,` or `]`, found "}"'],
  ["json", '[{"a":\n  [1, nul]}]', 'in, line 2, column 7: expected a JSON value, found "nul"'],
  ["json", '{"a":1}{"b":}', 'in, line 1, column 13: expected a JSON value, found "}"'],
  ["json", '{"a":1}\n[1]', 'in, line 2, column 1: expected the end of the document, found "["'],
  ["json", "[1][2]", 'in, line 1, column 4: expected the end of the document, found "["'],
  ["json", '[{"a":1} 3]', 'in, line 1, column 10: expected `,` or `]`, found "3"'],
  ["json", "[1] x", 'in, line 1, column 5: expected the end of the document, found "x"'],
  [
    "json",
    '["a\nb"]',
    'in, line 1, column 4: expected an escaped control character (such as `\\n`), found "\\n"',
  ],
  ["csv", "a,b\n1,2\n3\n", "in, line 3: expected 2 cells as in the first row, found 1 cell"],
  ["csv", 'a,b\n"1\n2",2,3\n', "in, line 2: expected 2 cells as in the first row, found 3 cells"],
  [
    "csv",
    'a,b\n1,"2\n3\n',
    "in, line 2, column 3: expected a closing quote for the cell that opens here, found the end of the input",
  ],
  [
    "csv",
    'a,b\n"1"x,2\n',
    'in, line 2, column 4: expected a comma or the end of the row after the closing quote, found "x,2"',
  ],
  ...["a,b\r1,2\r", '"a","b"\r\r1,2\r', "a,b\r1,2\r\n3,4\n"].map((text): [FormatName, string, string] => [
    "csv",
    text,
    "in, line 1: expected rows that end in a newline, found a carriage return alone, as old Macs write them (make them newlines: tr '\\r' '\\n' < in | writ …)",
  ]),
  ["csv", "a,__proto__\n1,2\n", 'in, line 1: expected a usable column name, found "__proto__"'],
  ["tsv", "a\tb\n1\n", "in, line 2: expected 2 cells as in the first row, found 1 cell"],
  ["combined", `${ACCESS}\nhello\n`, "in, line 2: expected an access log line"],
];

describe.each([1, 5, 1 << 20])("readRecords, %i bytes a read", (size) => {
  test.each(READ)("reads %s %j", (format, text, records) => {
    expect(recordsOf(format, text, { size })).toEqual({ records });
  });

  test.each(MALFORMED)("refuses %s %j", (format, text, message) => {
    expect(recordsOf(format, text, { size }).malformed).toContain(message);
  });
});

test("readRecords names columns c1, c2 where there is no header", () => {
  const { records } = recordsOf("csv", "1,2\n1,3\n", { header: false });
  expect(records).toEqual([
    { c1: "1", c2: "2" },
    { c1: "1", c2: "3" },
  ]);
});

test("readRecords fills ragged rows, and names what is beyond by its place", () => {
  const { records } = recordsOf("csv", "a,b\n1\n1,2,3,4\n", { ragged: "fill" });
  expect(records).toEqual([
    { a: "1", b: "" },
    { a: "1", b: "2", c3: "3", c4: "4" },
  ]);
});

test.each<readonly [FormatName, string, unknown[], string]>([
  [
    "ndjson",
    '{"a":1}\nnot json\n\n{"a":2}\n{"a":',
    [{ a: 1 }, { a: 2 }],
    'in: 2 lines that are no records skipped; the first: line 2, column 1: expected a JSON value (one JSON value a line), found "not"',
  ],
  [
    "syslog",
    "<34>Oct 11 22:14:15 host app: a\nhello\n",
    [expect.objectContaining({ message: "a" })],
    "in: 1 line that is no record skipped; the first: line 2: expected ",
  ],
])(
  "readRecords skips lines of %s that are no record and says how many and what",
  (format, text, records, told) => {
    const read = recordsOf(format, text, { ragged: "skip" });
    expect(read.records).toEqual(records);
    expect(read.said).toEqual([expect.stringContaining(told)]);
    expect(recordsOf(format, text).malformed).toContain("(leave such lines out with --ragged skip)");
  },
);

test("readRecords skips ragged rows and says how many and where", () => {
  const { records, said } = recordsOf("tsv", "a\tb\n1\n1\t2\n1\t2\t3\n", { ragged: "skip" });
  expect(records).toEqual([{ a: "1", b: "2" }]);
  expect(said).toEqual(["in: 2 ragged rows skipped; the first: line 2 has 1 cell instead of 2"]);
});

test("readRecords gives the records before the malformed one first", () => {
  expect(recordsOf("ndjson", '{"a":1}\n{"a":2}\nno').records).toEqual([{ a: 1 }, { a: 2 }]);
});

test("readRecords takes an array of a million bytes on one line element by element", () => {
  const element = { text: 'é"\\]},'.repeat(20), list: [1, [2, { a: "[" }]] };
  const all = Array.from({ length: 4000 }, (_, id) => ({ id, ...element }));
  expect(recordsOf("json", JSON.stringify(all), { size: 65_536 }).records).toEqual(all);
});
