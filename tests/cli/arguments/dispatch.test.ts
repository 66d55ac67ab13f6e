import { describe, expect, test } from "vitest";
import { dispatch } from "../../../src/cli/arguments/dispatch.ts";

const known = { commands: ["ask", "run", "list", "show", "check"], kept: () => ["top-values", "select"] };

describe("dispatch", () => {
  test.each([
    [[], { kind: "shell" }],
    [["--help"], { kind: "help" }],
    [["--version"], { kind: "version" }],
    [["run", "x", "-h"], { kind: "command", name: "run", argv: ["x", "-h"] }],
    [["the ten slowest"], { kind: "directive", argv: ["the ten slowest"] }],
    [["--yes", "the ten slowest", "f"], { kind: "directive", argv: ["--yes", "the ten slowest", "f"] }],
    [["run fast"], { kind: "directive", argv: ["run fast"] }],
  ])("of %j", (argv, expected) => {
    expect(dispatch(argv, known)).toEqual(expected);
  });

  test.each([
    ["lst", "did you mean: writ list"],
    ["chek", "did you mean: writ check"],
    ["top-values", "did you mean: writ run top-values"],
    ["top-value", "did you mean: writ run top-values"],
    ["zzz", "a directive of one word: writ ask zzz; the commands: writ --help"],
    ["$(zzz)", "see `writ --help`"],
    [" ", "see `writ --help`"],
  ])("of the single word %j suggests", (word, help) => {
    expect(dispatch([word], known)).toMatchObject({ kind: "failure", failure: { kind: "usage", help } });
  });
});
