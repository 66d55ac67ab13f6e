import { describe, expect, test } from "vitest";
import { parseArgv, toArgv } from "../../src/terms/argv.ts";
import type { OptionSchema } from "../../src/terms/option.ts";

const schema: OptionSchema = {
  summary: "",
  options: [
    { name: "n", type: "integer", array: false, required: false, default: 10, help: "" },
    { name: "by", type: "string", choices: ["requests", "bytes"], array: false, required: false, help: "" },
    { name: "minShare", type: "number", array: false, required: false, help: "" },
    { name: "where", type: "string", array: true, required: false, help: "" },
    { name: "top", type: "integer", least: 0, array: false, required: false, help: "" },
    { name: "words", type: "boolean", array: false, required: false, help: "" },
  ],
};

const parsed: readonly (readonly [string[], object, string[]])[] = [
  [[], {}, []],
  [["-n", "20", "a.log"], { n: 20 }, ["a.log"]],
  [["--n=20"], { n: 20 }, []],
  [["--by", "bytes", "-"], { by: "bytes" }, ["-"]],
  [["--min-share", "0.5"], { minShare: 0.5 }, []],
  [["--minShare", "-1e3"], { minShare: -1000 }, []],
  [["--where", "a=1", "f", "--where=b=2"], { where: ["a=1", "b=2"] }, ["f"]],
  [["--top", "0"], { top: 0 }, []],
  [["--words"], { words: true }, []],
  [["--no-words"], { words: false }, []],
  [["--", "--words", "-n"], {}, ["--words", "-n"]],
  [["--where", "--words"], { where: ["--words"] }, []],
];

const refused: readonly (readonly [string[], string])[] = [
  [["-n", "ten"], '-n is "ten", and must be an integer'],
  [["-n", ""], '-n is "", and must be an integer'],
  [["-n", "1.5"], '-n is "1.5", and must be an integer'],
  [["-n", "Infinity"], '-n is "Infinity", and must be an integer'],
  [["--top", "-1"], '--top is "-1", and must be an integer from 0'],
  [["-n"], "-n needs a value: an integer"],
  [["--by", "size"], '--by is "size", and must be "requests" or "bytes"'],
  [["--words=yes"], "--words takes no value"],
  [["--size", "1"], "unknown option --size: it has -n, --by, --min-share, --where, --top, --words"],
  [["--__proto__", "1"], "unknown option --__proto__: it has -n, --by, --min-share, --where, --top, --words"],
];

describe("parseArgv", () => {
  test.each(parsed)("takes %j", (argv, values, files) => {
    const result = parseArgv(schema, argv);
    expect(result).toMatchObject({ ok: true, files });
    expect(result.ok && { ...result.values }).toEqual(values);
  });

  test.each(refused)("refuses %j", (argv, message) => {
    expect(parseArgv(schema, argv)).toMatchObject({ ok: false, message });
  });

  test("asks for an option without a default", () => {
    const one: OptionSchema = {
      summary: "",
      options: [{ name: "over", type: "number", array: false, required: true, help: "" }],
    };
    expect(parseArgv(one, [])).toEqual({ ok: false, message: "--over is required: a number" });
  });
});

describe("toArgv", () => {
  test("gives words that parse to the same values", () => {
    const values = { n: -3, by: "bytes", where: ["--x", "a b"], words: false };
    const result = parseArgv(schema, toArgv(schema, values));
    expect(result.ok && { ...result.values }).toEqual(values);
  });
});
