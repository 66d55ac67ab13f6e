import { describe, expect, test } from "vitest";
import { type Known, parseLine } from "../../../src/shell/app/parse-line.ts";

const known: Known = {
  command: (name) =>
    name === "select"
      ? {
          summary: "",
          options: [{ name: "where", type: "string", array: true, required: false, help: "" }],
        }
      : name === "never-approved"
        ? "unknown"
        : null,
  isFile: (name) => name === "access.log",
};
const file = (name: string, isPattern = false) => ({ kind: "file", name, isPattern });
const last = { kind: "result", number: null };

describe("parseLine", () => {
  test.each([
    ["", { kind: "nothing" }],
    ["  \n ", { kind: "nothing" }],
    ["/help", { kind: "slash", name: "help", words: [] }],
    ["/save  'my name'", { kind: "slash", name: "save", words: [{ text: "my name", quoted: true }] }],
    ["/hlep", { kind: "problem", problem: "there is no /hlep", help: "the nearest: /help" }],
    ["/", { kind: "problem", problem: "there is no /", help: "see /help" }],
    ["!ls -l | wc", { kind: "program", command: "ls -l | wc" }],
    ["! ", { kind: "problem", problem: "! alone starts nothing", help: "write a program after it: !ls -l" }],
  ])("%j", (text, meaning) => {
    expect(parseLine(text, known)).toEqual(meaning);
  });

  test.each([
    [
      "the ten busiest addresses in @access.log",
      "the ten busiest addresses in the input",
      [file("access.log")],
    ],
    ['join @"a b.csv" and @b.csv.', 'join "a b.csv" and b.csv.', [file("a b.csv"), file("b.csv")]],
    ["join @a.csv, @b.csv.", "join a.csv, b.csv.", [file("a.csv"), file("b.csv")]],
    ['count the lines of @"my file.txt"', "count the lines of the input", [file("my file.txt")]],
    ["count (@logs/*.log) by day", "count (the input) by day", [file("logs/*.log", true)]],
    ["longest line of @-", "longest line of the input", [{ kind: "piped" }]],
    ["sort _ by n", "sort the input by n", [last]],
    ["compare _3 with _", "compare _3 with _", [{ kind: "result", number: 3 }, last]],
    ["mails to ada@example.com", "mails to ada@example.com", []],
    ["count field_a and _private and snake_", "count field_a and _private and snake_", []],
    ["two\nlines of @access.log", "two\nlines of the input", [file("access.log")]],
    ["hello", "hello", []],
  ])("%j is a directive", (text, directive, references) => {
    expect(parseLine(text, known)).toEqual({ kind: "directive", directive, references });
  });

  test("says that what was pasted is no directive", () => {
    expect(parseLine("word ".repeat(20_000), known)).toMatchObject({
      kind: "problem",
      problem: "a line has at most 50000 characters, and this one has 99999",
    });
  });

  test("says that an input alone is no directive", () => {
    expect(parseLine("@access.log", known)).toMatchObject({ kind: "problem" });
  });

  test.each([
    ["select", "run"],
    ["select access.log", "run"],
    ["select @whatever.log", "run"],
    ["select _2", "run"],
    ["select --where 'status>=500' access.log", "run"],
    ["select --wrong", "run"],
    ["select *.log", "run"],
    ["select missing.csv", "run"],
    ["select access.log logs/today", "run"],
    ["never-approved ../missing", "run"],
    ["select 'the longest. All of it'", "directive"],
    ["select everything.", "directive"],
    ["select the rows of missing.csv", "directive"],
    ["select the rows of @access.log", "directive"],
    ["select rows", "directive"],
    ['"select" access.log', "directive"],
    ["selects", "directive"],
    ["never-approved access.log", "run"],
    ["never-approved thing", "directive"],
  ])("%j is a %s", (text, kind) => {
    expect(parseLine(text, known).kind).toBe(kind);
  });
});
