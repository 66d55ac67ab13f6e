import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readExamples } from "../../../src/cli/arguments/read-examples.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-examples-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const read = (name: string) => readExamples({ examples: [join(folder, name)] });

describe("examples are read", () => {
  test("from the command line, before those of files", () => {
    place({ "a.csv": "1,2\n" });
    expect(readExamples({ example: ["a => b"], examples: [join(folder, "a.csv")] })).toEqual([
      { in: "a\n", out: "b\n" },
      { in: "1\n", out: "2\n" },
    ]);
  });

  test("from JSONL, blank lines passed over", () => {
    place({
      "a.jsonl": '{"in":"a\\n","out":"b\\n"}\n\n{"in":[{"a":1}],"like":{"b":2}}\n{"in":"x","error":"no"}\n',
    });
    expect(read("a.jsonl")).toEqual([
      { in: "a\n", out: "b\n" },
      { args: ["--from", "json"], in: '[{"a":1}]\n', like: { b: 2 } },
      { in: "x", error: "no" },
    ]);
  });

  test("from CSV of pairs, with a first row that names them or without", () => {
    place({ "a.csv": 'in,out\n"a\nb",2\n', "b.csv": '"x, y",x\n' });
    expect(read("a.csv")).toEqual([{ in: "a\nb\n", out: "2\n" }]);
    expect(read("b.csv")).toEqual([{ in: "x, y\n", out: "x\n" }]);
  });

  test("from a folder of .in and .out files, exactly as they are", () => {
    place({ "f/1.in": '{"a":1}', "f/1.out": "one", "f/2.in": "", "f/2.out": "", "f/README": "no" });
    expect(read("f")).toEqual([
      { in: '{"a":1}', out: "one" },
      { in: "", out: "" },
    ]);
  });

  test("from folders in and out with files of the same names", () => {
    place({ "f/in/a.txt": "a\n", "f/out/a.txt": "b\n" });
    expect(read("f")).toEqual([{ in: "a\n", out: "b\n" }]);
  });
});

describe("a link in a folder of examples", () => {
  test("leads to a file of the same folder", () => {
    place({ "f/in/a": "a\n", "f/out/same": "b\n" });
    symlinkSync("same", join(folder, "f/out/a"));
    expect(read("f")).toEqual([{ in: "a\n", out: "b\n" }]);
  });

  test("may be the folder itself, as it was typed", () => {
    place({ "f/1.in": "a", "f/1.out": "b" });
    symlinkSync("f", join(folder, "link"));
    expect(read("link")).toEqual([{ in: "a", out: "b" }]);
  });

  test.each([
    ["an input", { "f/out/a": "b" }, "f/in/a", "../../secret/a"],
    ["an output", { "f/1.in": "b" }, "f/1.out", "../secret/a"],
    ["the folder of inputs", { "f/out/a": "b" }, "f/in", "../secret"],
    [
      "a folder that begins with the same name",
      { "f/1.in": "b", "f-more/a": "no" },
      "f/1.out",
      "../f-more/a",
    ],
  ])("out of the folder is refused: %s", (_name, files, link, target) => {
    place({ "secret/a": "of the user's", ...files });
    mkdirSync(dirname(join(folder, link)), { recursive: true });
    symlinkSync(target, join(folder, link));
    expect(() => read("f")).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          kind: "input-missing",
          detail: expect.stringContaining("it leads out of"),
        }),
      }),
    );
  });
});

describe("what is wrong is said with its place", () => {
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string, string]>([
    [
      "a line that is no JSON",
      { "a.jsonl": '{"in":"a","out":"b"}\n{"in":\n' },
      "a.jsonl",
      "line 2: this is no JSON",
    ],
    ["an unknown key", { "a.jsonl": '{"input":"a"}\n' }, "a.jsonl", 'line 1: "input" is none of'],
    ["a row of three cells", { "a.csv": "a,b,c\n" }, "a.csv", "row 1: a pair has two cells"],
    ["an empty file", { "a.csv": "" }, "a.csv", "there is no example in it"],
    ["bytes that are no text", { "a.csv": new Uint8Array([0xff, 0xfe, 0x41]) }, "a.csv", "it is not UTF-8"],
  ])("%s", (_name, files, path, problem) => {
    place(files);
    expect(() => read(path)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ kind: "usage", problem: expect.stringContaining(problem) }),
      }),
    );
  });

  test.each([
    ["a file that is not there", {}, "a.csv", "a.csv"],
    ["an input without its output", { "f/1.in": "a" }, "f", "1.out"],
  ])("%s", (_name, files, path, input) => {
    place(files);
    expect(() => read(path)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ kind: "input-missing", input: expect.stringContaining(input) }),
      }),
    );
  });

  test("a typed example without an arrow", () => {
    expect(() => readExamples({ example: ["a=>b"] })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: "usage" }) }),
    );
  });
});
