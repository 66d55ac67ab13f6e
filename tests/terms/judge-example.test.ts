import { describe, expect, test } from "vitest";
import type { Example } from "../../src/terms/example.ts";
import { judgeExample } from "../../src/terms/judge-example.ts";
import type { Outcome } from "../../src/terms/outcome.ts";

const DONE: Outcome = { kind: "done", wallMs: 1 };
const failed = (detail: string): Outcome => ({ kind: "failed", wallMs: 1, detail });
const judged = (example: Example, stdout: string, outcome: Outcome = DONE) =>
  judgeExample(example, { stdout, outcome });

describe("passes", () => {
  test.each<[string, Example, string]>([
    ["equal text", { out: "a\nb\n" }, "a\nb\n"],
    ["text without its last newline", { out: "a\nb" }, "a\nb\n"],
    ["nothing", { out: "" }, ""],
    ["fields that were not named", { like: { a: 1 } }, '{"b":2,"a":1}\n'],
    ["a field within a field", { like: { user: { name: "ada" } } }, '{"user":{"id":1,"name":"ada"}}\n'],
    ["a list of records by position", { like: [{ n: 1 }, { n: 2 }] }, '{"n":1}\n{"n":2}\n'],
    ["numbers that are written differently", { like: { n: 1 } }, '{"n":1.0}\n'],
    ["lines of text", { like: ["a", "12"] }, "a\n12\n"],
    ["a number as a line", { like: 12 }, "12\n"],
    ["no items", { like: [] }, ""],
    ["a number of lines", { lines: 2 }, "a\nb"],
    ["as many lines as the input", { in: "x\ny\n", lines: "in" }, "a\nb\n"],
    ["two expectations that both hold", { like: [{ n: 1 }, { n: 2 }], lines: 2 }, '{"n":1}\n{"n":2}\n'],
  ])("%s", (_name, example, stdout) => {
    expect(judged(example, stdout).status).toBe("passed");
  });

  test("a failure whose message holds the text, wherever its lines break", () => {
    const said = failed("Error: no record\nhas a field `city` (at line 3)");
    expect(judged({ error: "no record has a field" }, "", said).status).toBe("passed");
  });
});

describe("fails, and says where", () => {
  test.each<[string, Example, string, string]>([
    ["another line", { out: "a\nb\n" }, "a\nc\n", "line 2 is another"],
    ["a line too many", { out: "a\n" }, "a\nb\n", "2 lines, wanted 1"],
    ["a line too few", { out: "a\nb\n" }, "a\n", "1 line, wanted 2"],
    ["an empty line in place of nothing", { out: "" }, "\n", "1 line, wanted 0"],
    ["another value", { like: { a: 1 } }, '{"a":2}\n', "item 1: a: wanted 1, got 2"],
    ["a number in place of a text", { like: { a: "1" } }, '{"a":1}\n', 'item 1: a: wanted "1", got 1'],
    ["a field that is missing", { like: { a: null } }, "{}\n", "item 1: a: wanted null, got nothing"],
    [
      "records in another order",
      { like: [{ n: 1 }, { n: 2 }] },
      '{"n":2}\n{"n":1}\n',
      "item 1: n: wanted 1, got 2",
    ],
    ["a record too many", { like: { a: 1 } }, '{"a":1}\n{"a":1}\n', "2 items, wanted 1"],
    ["an array that goes on", { like: { a: [1] } }, '{"a":[1,2]}\n', "item 1: a: wanted [1], got [1,2]"],
    [
      "a field that every object inherits",
      { like: { constructor: 1 } },
      "{}\n",
      "item 1: constructor: wanted 1, got nothing",
    ],
    ["another number of lines", { lines: 2 }, "a\n", "1 line, wanted 2"],
    ["fewer lines than the input", { in: "x\ny", lines: "in" }, "a\n", "1 line, wanted 2"],
    ["one of two expectations", { like: { n: 1 }, lines: 2 }, '{"n":1}\n', "1 line, wanted 2"],
    ["success where it was to fail", { error: "no" }, "a\n", "it was to fail and did not"],
  ])("%s", (_name, example, stdout, why) => {
    expect(judged(example, stdout)).toMatchObject({ status: "failed", why });
  });

  test("another message", () => {
    expect(judged({ error: "no field" }, "", failed("Error: no records"))).toMatchObject({
      status: "failed",
      why: "it failed with another message",
      wanted: ["no field"],
      got: ["Error: no records"],
    });
  });
});

describe("crashed", () => {
  test("a run that fails where a result was expected", () => {
    expect(judged({ out: "a" }, "a\n", failed("TypeError: x\n  at line 3"))).toMatchObject({
      status: "crashed",
      why: "TypeError: x",
      got: ["TypeError: x", "  at line 3"],
    });
  });

  test("a limit is no message of the code's, also where a failure was expected", () => {
    const limit: Outcome = {
      kind: "limit",
      limit: "cpu",
      value: 1000,
      used: 1000,
      probable: false,
      wallMs: 1,
    };
    expect(judged({ error: "stopped" }, "", limit).status).toBe("crashed");
  });
});
