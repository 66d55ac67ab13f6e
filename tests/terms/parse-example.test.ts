import { expect, test } from "vitest";
import { exampleOf, pairExample, parseExample } from "../../src/terms/parse-example.ts";

test.each([
  ["a => b", { in: "a\n", out: "b\n" }],
  ["a => b => c", { in: "a\n", out: "b => c\n" }],
  ["a\\nb\\tc => x\\\\n", { in: "a\nb\tc\n", out: "x\\n\n" }],
  [" => b", { in: "", out: "b\n" }],
  ["a => ", { in: "a\n", out: "" }],
  ['{"a":1} => {"b":2}', { args: ["--from", "json"], in: '{"a":1}\n', like: { b: 2 } }],
  ["[1,2] => 3", { args: ["--from", "json"], in: "[1,2]\n", out: "3\n" }],
  ["x => []", { in: "x\n", like: [] }],
  ['{"a":"x\\ny"} => z', { args: ["--from", "json"], in: '{"a":"x\\ny"}\n', out: "z\n" }],
  ['{"a":1}\\n{"a":2} => 3', { args: ["--from", "ndjson"], in: '{"a":1}\n{"a":2}\n', out: "3\n" }],
  ['a => {"n":1}\\n{"n":2}', { in: "a\n", like: [{ n: 1 }, { n: 2 }] }],
])("%s is read as its two sides", (text, example) => {
  expect(parseExample(text)).toEqual({ ok: true, example });
});

test.each([
  ["a=>b", '"a=>b" has no " => " between its input and its output'],
  ['{"a":1 => b', '"{\\"a\\":1" starts as JSON does and is none'],
  ["a => [1,", '"[1," starts as JSON does and is none'],
])("%s is refused with what is wrong", (text, problem) => {
  expect(parseExample(text)).toEqual({ ok: false, problem });
});

test("values of a file, one a line, keep the escapes in their strings", () => {
  const [input, output] = ['{"a":"x\\ny"}\n{"a":"z"}\n', '{"n":"q\\tr"}\n{"n":2}\n'];
  expect(pairExample(input, output)).toEqual({
    args: ["--from", "ndjson"],
    in: input,
    like: [{ n: "q\tr" }, { n: 2 }],
  });
});

test("a pair from a file has no escapes, and text that only starts like JSON is text", () => {
  expect(pairExample("[12:00] a\\nb", '{"n":1}')).toEqual({ in: "[12:00] a\\nb\n", like: { n: 1 } });
});

test.each([
  [{ in: "a\n", out: "b\n" }],
  [{ args: ["-n", "1"], in: "", lines: 0 }],
  [{ in: "a\n", lines: "in" }],
  [{ like: null }],
  [{ in: "x", error: "expected a number" }],
])("%j is an example as it stands", (value) => {
  expect(exampleOf(value)).toEqual({ ok: true, example: value });
});

test("values in place of texts are JSON input and what the result is like", () => {
  expect(exampleOf({ args: ["-n", "1"], in: [{ a: 1 }], out: { b: 2 } })).toEqual({
    ok: true,
    example: { args: ["--from", "json", "-n", "1"], in: '[{"a":1}]\n', like: { b: 2 } },
  });
});

test.each([
  [["a", "b"], "an example is an object with in and out, and this is"],
  [{ in: "a", output: "b" }, '"output" is none of args, in, out, like, lines, error'],
  [{ in: "a", args: "-n 1" }, "args is"],
  [{ in: "a", lines: -1 }, "lines is -1"],
  [{ in: "a", error: 1 }, "error is 1"],
  [{ in: "a" }, "nothing is expected"],
])("%j is refused with what is wrong", (value, problem) => {
  expect(exampleOf(value)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
});
