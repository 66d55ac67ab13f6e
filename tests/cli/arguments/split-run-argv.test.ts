import { describe, expect, test } from "vitest";
import { splitRunArgv } from "../../../src/cli/arguments/split-run-argv.ts";
import { WritError } from "../../../src/terms/failure.ts";
import type { OptionSchema } from "../../../src/terms/option.ts";

const schema: OptionSchema = {
  summary: "",
  options: [
    { name: "pattern", type: "string", array: false, required: false, help: "" },
    { name: "words", type: "boolean", array: false, required: false, help: "" },
  ],
};

describe("splitRunArgv", () => {
  test.each([
    [["a.log"], { help: false, own: ["a.log"] }],
    [["-o", "csv", "a.log"], { help: false, output: "csv", own: ["a.log"] }],
    [["--output=json", "--cpu", "5s"], { help: false, output: "json", cpu: "5s", own: [] }],
    [["--pattern", "-o", "x"], { help: false, own: ["--pattern", "-o", "x"] }],
    [["--words", "-o", "csv"], { help: false, output: "csv", own: ["--words"] }],
    [["--", "-h", "-o"], { help: false, own: ["--", "-h", "-o"] }],
    [["x", "--help"], { help: true, own: ["x"] }],
  ])("of %j", (argv, expected) => {
    expect(splitRunArgv(schema, argv)).toEqual(expected);
  });

  test.each([
    [["-o", "xml"], /--output is "xml", and must be one of auto/],
    [["--from"], /--from needs a value/],
  ])("refuses %j", (argv, problem) => {
    expect(() => splitRunArgv(schema, argv)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ problem: expect.stringMatching(problem) }),
      }),
    );
    expect(() => splitRunArgv(schema, argv)).toThrow(WritError);
  });
});
