import { describe, expect, test } from "vitest";
import { detectFormat, isHeadEnough } from "../../src/formats/detect.ts";

const ACCESS = '1.2.3.4 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 200 512\n';
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["", "lines"],
  ["hello\n", "lines"],
  ["\u0000\u0001\n", "lines"],
  ['{"a":1}\n{"a":2}\n', "ndjson"],
  ["[1,2]\n[3,4]\n", "ndjson"],
  ['{"a":1}\n{"a":2\n{"a":3}\n', "ndjson"],
  ['{"a":1}\nstarted\nstopped\n', "lines"],
  ['[{"a":1},{"a":', "json"],
  ['{"a":1}\n', "json"],
  ["[1,\n2]\n", "json"],
  ["\uFEFF[1]", "json"],
  ['{"a":1}\n{"a":\n', "json"],
  ['{\n "a":1}\n{\n "a":2}\n', "json"],
  ['[{"a":1},{bad}]\n', "json"],
  ['{"a":1} then text\n', "lines"],
  ["[Sun Dec 04 04:47:44 2005] [notice] started\n[Sun Dec 04 04:47:45 2005] [error] no\n", "lines"],
  [ACCESS.repeat(3), "combined"],
  [`${ACCESS.repeat(3)}something else\n`, "lines"],
  ["name,age\nada,36\ngrace,45\n", "csv"],
  ['"name","note"\n"ada","a, b"\n"grace","two\nlines"\n', "csv"],
  ["name;age\nada;36\n", "csv"],
  ["Name,,Sum,\nada,,36,\n", "csv"],
  ["Dear Ada,,,\nbye,,,\n", "lines"],
  ["name|age|note\nada|36|a;b\n", "csv"],
  ["'name','note'\n'ada','a, b'\n", "csv"],
  ["sep=;\r\nname;age\r\nada;36\r\n", "csv"],
  ["sep=\t\nname\tage\nada\t36\n", "csv"],
  ["sep=;\nhello\n", "lines"],
  ["name,age\nada,36,x\n", "lines"],
  ["name,name\nada,36\n", "csv"],
  [`id,name,city\n1,anna,Rome\n2,bob\n${"3,carl,Oslo\n".repeat(17)}`, "csv"],
  [`id,name,city\n1,anna\n2,bob\n${"3,carl,Oslo\n".repeat(16)}`, "lines"],
  [`id,name\n1\n${"3,carl\n".repeat(40)}`, "lines"],
  ["1,2\n3,4\n5,6\n", "lines"],
  ["Dear Ada, how are you?\nWell, thank you, and you?\nGood, good.\n", "lines"],
  ["2025-10-10 10:00:00,123 INFO a\n2025-10-10 10:00:01,456 INFO b\n", "lines"],
  ['level=info msg="it began" ms=12\n', "logfmt"],
  ["level=info n=1\nlevel=warn n=2\nlevel=error n=3\n", "logfmt"],
  ['level=info msg="it began"\nmsg="it, ended" level=info\n', "logfmt"],
  ["a sentence with x=1 in it\n", "lines"],
  ["a=pan,b=wye,i=1\na=eks,b=pan,i=2\n", "keyvalue"],
  ['NAME="Debian"\nID=debian\n', "keyvalue"],
  ["HOME=/root\nJAVA_OPTS=-Xmx1g -Dfile.encoding=UTF-8\nTZ=UTC\n", "keyvalue"],
  ["Jun 14 15:16:01 combo sshd(pam_unix)[19939]: authentication failure\n", "syslog"],
  ["<34>1 2003-10-11T22:14:15.003Z host su - ID47 - failed\n", "syslog"],
  [
    "Filesystem 1K-blocks  Used Available Use% Mounted on\n/dev/vda       100    10        90  10% /\n",
    "columns",
  ],
  ["total 4\n-rw-r--r-- 1 ada ada 12 Nov 21 20:17 a b.txt\n", "columns"],
  ["NAME   READY   STATUS\nweb    1/1     Running\n", "columns"],
  ["WARNING THIS IS LOUD\nand this is not a table\n", "lines"],
  ["---\nname: x\n", "yaml"],
  ["services:\n  web:\n    image: x\n", "yaml"],
  ["apiVersion: v1\nkind: Pod\n", "yaml"],
  ["Note: this\nThat: too\n", "lines"],
  ['[package]\nname = "x"\n', "toml"],
  ["[section]\nname = some words\n", "lines"],
  ["name\tage\nada\t36\n", "tsv"],
  ["a\tb\n1\n", "lines"],
])("detectFormat sees in %j the format %s", (text, format) => {
  expect(detectFormat(bytes(text), true).format).toBe(format);
});

test.each([
  ['[{"a":1},{"a":', "json"],
  ['{"a":1}\n{"a', "ndjson"],
  ["name,age,town\nada,36,x\ngra", "csv"],
  ['name,note,town\nada,x,y\n"grace","a cell that is cut', "csv"],
  ["name,age\nada,36\ngra", "lines"],
])("detectFormat sees in the beginning %j the format %s", (text, format) => {
  expect(detectFormat(bytes(text), false).format).toBe(format);
});

test.each([
  ["1,2\n3,4\n5,6\n", "csv"],
  ["1\t2\n3\t4\n", "tsv"],
  ["1,2\n3\n", "lines"],
])("detectFormat without a header sees in %j the format %s", (text, format) => {
  expect(detectFormat(bytes(text), true, { header: false }).format).toBe(format);
});

const RAGGED = "id,name,city\n1,anna,Rome\n2,bob\n";
test.each([
  [RAGGED, { name: "a.csv" }, "csv"],
  [RAGGED, { name: "dir/A.CSV.gz" }, "csv"],
  [RAGGED, { name: "a.txt" }, "lines"],
  [RAGGED, { name: "stdin", ragged: "fill" }, "csv"],
  ["id\tname\n1\n", { ragged: "skip" }, "tsv"],
  ["id\tname\n1\n", { name: "a.tsv" }, "tsv"],
  ["id,name\n", { name: "a.csv" }, "csv"],
  ["", { name: "a.csv" }, "lines"],
  ["id\tname\n1\tada\n", { name: "a.csv" }, "tsv"],
  ['{"a":1}\n{"a":2}\n', { name: "a.csv", ragged: "fill" }, "ndjson"],
  ["a=1,b=2\na=3,b=4\n", { name: "a.csv" }, "keyvalue"],
  ['{"a":1}\n{"a":2}\n', { name: "a.json" }, "ndjson"],
  ["{a:1}", { name: "a.json" }, "json"],
  ["{a:1}", { name: "a.jsonl" }, "ndjson"],
  ["a: 1\n", { name: "a.yml" }, "yaml"],
] as const)("detectFormat sees in %j, of which %j is known, the format %s", (text, hints, format) => {
  expect(detectFormat(bytes(text), true, hints).format).toBe(format);
});

test("detectFormat says why, in words", () => {
  expect(detectFormat(bytes("name,age\nada,36\n"), true).why).toBe(
    "its first line names 2 columns, and the next row has as many cells between commas",
  );
});

test("detectFormat says what data that is no text is", () => {
  const zip = bytes("PK\x03\x04\x14\0\n");
  expect(detectFormat(zip, true, { name: "t.xlsx" })).toEqual({
    format: "lines",
    why: "it is zip data (save the sheet as CSV, and read that)",
  });
});

describe("detectFormat doubts that a table begins at its first line", () => {
  const BELOW = "Name;Sum\nA;1\nB;2\n";
  test.each([
    ["title.csv", "csv"],
    ["stdin", "lines"],
  ])("where a title stands above it, in %s", (name, format) => {
    const detected = detectFormat(bytes(`Report 2024\n\n${BELOW}`), true, { name });
    expect(detected.format).toBe(format);
    expect(detected.doubt).toContain("a table begins at line 3 (its first line names 2 columns");
    expect(detected.doubt).toContain("tail -n +3 FILE | writ");
  });

  test.each([
    ["a table without a title", BELOW],
    ["a table of one column", "name\nada\ngrace\n"],
    ["one column, of which some cells have commas", 'name\n"a, b"\nc\nd\n'],
    ["prose", "Dear Ada\n\nthank you, and good bye\nBob\n"],
  ])("and not of %s", (_, text) => {
    expect(detectFormat(bytes(text), true, { name: "a.csv" }).doubt).toBeUndefined();
  });
});

test.each([
  ["a line without an en", false],
  ['{"a":1}\n', true],
  [ACCESS, true],
  ["[1,2]\n", false],
  ["a,b\n1,2\n", false],
  ["a\nb\nc\nd\ne\n", true],
])("isHeadEnough of %j is %s", (text, enough) => {
  expect(isHeadEnough(bytes(text))).toBe(enough);
});

describe("detectFormat doubts that lines are lines", () => {
  const doubtOf = (text: string) => detectFormat(bytes(text), true);

  test.each([
    ["commas", "name,n\na,1\nb,2\nc\nd,4\ne,5\n", "--from csv"],
    ["semicolons", "name;n\na;1\nb;2\nc\nd;4\ne;5\n", "--from csv"],
    ["tabs", "name\tn\na\t1\nb\t2\nc\nd\t4\ne\t5\n", "--from tsv"],
  ])("where most rows have two cells between %s, as its first line", (words, text, from) => {
    const { format, doubt } = doubtOf(text);
    expect(format).toBe("lines");
    expect(doubt).toContain(`4 of the 5 rows after its first have 2 cells between ${words}`);
    expect(doubt).toContain(from);
  });

  test.each([
    ["prose with a comma a line", "When it rained, he left.\nIt rains, so what.\nYes, no.\nNo, yes.\n"],
    ["too few rows", "a,b\n1,2\n3\n"],
    ["too many ragged rows", "a,b\n1,2\n3\n4\n5,6\n7\n"],
    ["names that are numbers", "1,2\n3,4\n5\n6,7\n8,9\n"],
  ])("and not in %s", (_, text) => {
    expect(doubtOf(text).doubt).toBeUndefined();
  });
});
