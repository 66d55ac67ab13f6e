import { describe, expect, test } from "vitest";
import type { OutputName } from "../../src/terms/format.ts";
import { buildGuestOnce, runSealed, startSealed } from "./sealed.ts";

buildGuestOnce();

test.each([
  ["() => null", ""],
  ["() => undefined", ""],
  ["() => 'a'", "a\n"],
  ["() => 'a\\n'", "a\n"],
  ["() => ''", "\n"],
  ["() => 12n", "12\n"],
  ["() => false", "false\n"],
  ["() => new Date(0)", "1970-01-01T00:00:00.000Z\n"],
  ["() => ({ a: 1, b: 2n, c: new Map([[1, new Set([2])]]) })", '{"a":1,"b":2,"c":{"1":[2]}}\n'],
  ["() => [1, null, 'x', { a: [] }, [2]]", '1\nx\n{"a":[]}\n[2]\n'],
  ["() => new Map([['k', 1]])", '["k",1]\n'],
  ["() => new Uint8Array([104, 105])", "hi"],
  ["function* () { yield 1; yield { a: 1 } }", '1\n{"a":1}\n'],
  ["async function* () { yield 1 }", "1\n"],
  ["async () => [1, 2]", "1\n2\n"],
  ["(input) => input.lines().map((l) => l + '!')", "a!\nb!\n"],
])("a result %s is written as %j", async (snippet, stdout) => {
  const run = await runSealed({ javascript: `export default ${snippet}`, stdin: "a\nb\n" });
  expect(run).toEqual({ code: 0, stdout, stderr: "" });
});

const RECORDS = "export default () => [{ name: 'a|b,\"c\"', n: 1 }, { name: 'x\\ty', n: 22 }, { n: null }]";

test.each<[OutputName | "tagged", string]>([
  ["auto", '{"name":"a|b,\\"c\\"","n":1}\n{"name":"x\\ty","n":22}\n{"n":null}\n'],
  ["ndjson", '{"name":"a|b,\\"c\\"","n":1}\n{"name":"x\\ty","n":22}\n{"n":null}\n'],
  ["json", '[\n{"name":"a|b,\\"c\\"","n":1},\n{"name":"x\\ty","n":22},\n{"n":null}\n]\n'],
  ["csv", 'name,n\n"a|b,""c""",1\nx\ty,22\n,\n'],
  ["tsv", 'name\tn\na|b,"c"\t1\nx\\ty\t22\n\t\n'],
  ["lines", 'a|b,"c"\t1\nx\ty\t22\n\n'],
  ["table", 'name      n\na|b,"c"   1\nx\\ty     22\n\n'],
  ["markdown", '| name | n |\n| --- | --- |\n| a\\|b,"c" | 1 |\n| x\ty | 22 |\n|  |  |\n'],
  ["tagged", 'r{"name":"a|b,\\"c\\"","n":1}\nr{"name":"x\\ty","n":22}\nr{"n":null}\n'],
])("records with -o %s are written as %j", async (output, stdout) => {
  expect(await runSealed({ javascript: RECORDS, invocation: { output } })).toEqual({
    code: 0,
    stdout,
    stderr: "",
  });
});

test("tagged output marks every line of text, and bytes as base64", async () => {
  const javascript = "export default () => ['a\\nb\\n', '', 1, new Uint8Array([0, 255])]";
  const run = await runSealed({ javascript, invocation: { output: "tagged" } });
  expect(run.stdout).toBe("la\nlb\nl\nl1\nbAP8=\n");
});

test.each([
  ["() => () => 1", "auto", "the result is a function, which cannot be written: give its result or its text"],
  ["() => ({ f: Symbol('x') })", "auto", "the field `f` is a symbol"],
  [
    "() => { const a = {}; a.a = a; return a }",
    "auto",
    "cannot be written as JSON: Converting circular structure",
  ],
  ["() => [Promise.resolve(1)]", "auto", "the result is a Promise: await it first"],
  [
    "() => [{ a: 1 }, { b: 2 }]",
    "csv",
    "record 2 has the field `b`, and the first has a: give every record the same fields",
  ],
  ["() => new Uint8Array(1)", "json", "raw bytes have no form in this output"],
  ["() => ({ a: 1 })", "raw", "a record has no raw form"],
] as const)("a result %s with -o %s that cannot be written ends with 1", async (snippet, output, message) => {
  const run = await runSealed({ javascript: `export default ${snippet}`, invocation: { output } });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(message);
});

describe("the output limit", () => {
  const javascript = "export default function* () { for (;;) yield 'hello' }";

  test("ends the run with 153, after whole lines and not a byte over it", async () => {
    const run = await runSealed({ javascript, invocation: { maxOutputBytes: 100_001 } });
    expect({ ...run, stdout: run.stdout.length }).toEqual({ code: 153, stdout: 99_996, stderr: "" });
  });

  test("counts bytes, not characters", async () => {
    const run = await runSealed({
      javascript: "export default () => 'éé'",
      invocation: { maxOutputBytes: 4 },
    });
    expect(run).toEqual({ code: 153, stdout: "", stderr: "" });
  });

  test.each([
    ["bytes whose own length lies", "Object.defineProperty(bytes, 'length', { get: lie })"],
    ["a length of all bytes that lies", "Object.defineProperty(all, 'length', { get: lie })"],
    ["parts that are larger than asked for", "Uint8Array.prototype.subarray = () => more"],
    [
      "a class of parts that are larger",
      "bytes.constructor = { [Symbol.species]: class { constructor() { return more } } }",
    ],
  ])("is not walked around by %s", async (_, trick) => {
    const javascript = `export default function* () {
      const bytes = new Uint8Array(1000).fill(120), more = new Uint8Array(4000), all = Object.getPrototypeOf(Uint8Array.prototype);
      let asked = 0;
      const lie = () => (asked++ % 4 < 2 ? 0 : 1000);
      ${trick};
      for (let i = 0; i < 100; i++) yield bytes;
    }`;
    const run = await runSealed({ javascript, invocation: { maxOutputBytes: 5000 } });
    expect([run.code, run.stdout.length <= 5000]).toEqual([153, true]);
  });

  test("lets pass what fits exactly", async () => {
    const run = await runSealed({
      javascript: "export default () => 'éé'",
      invocation: { maxOutputBytes: 5 },
    });
    expect(run).toEqual({ code: 0, stdout: "éé\n", stderr: "" });
  });
});

describe("the limit on records", () => {
  const records = "export default function* () { for (let i = 0; i < 4; i++) yield { i } }";

  test.each([
    ["ndjson", '{"i":0}\n{"i":1}\n{"i":2}\n'],
    ["json", '[\n{"i":0},\n{"i":1},\n{"i":2}\n]\n'],
    ["csv", "i\n0\n1\n2\n"],
  ] as const)("ends the run with as many, well formed as %s", async (output, stdout) => {
    const run = await runSealed({ javascript: records, invocation: { output, maxRecords: 3 } });
    expect({ ...run, stdout: run.stdout.replace(/\s+/g, "") }).toEqual({
      code: 154,
      stdout: stdout.replace(/\s+/g, ""),
      stderr: "",
    });
  });

  test("lets pass as many as it says", async () => {
    const run = await runSealed({ javascript: records, invocation: { maxRecords: 4 } });
    expect([run.code, run.stdout.split("\n").length]).toEqual([0, 5]);
  });
});

describe("what a snippet says", () => {
  test("counts as output does", async () => {
    const javascript = "export default function* () { yield 'first'; for (;;) console.log('hello') }";
    const run = await runSealed({ javascript, invocation: { maxOutputBytes: 1000 } });
    expect(run).toEqual({ code: 153, stdout: "first\n", stderr: "hello\n".repeat(165) });
  });
});

describe("an output that nobody reads any more is a quiet 0", () => {
  const javascript = `export default function* () {
    for (let i = 0; i < 30_000; i++) yield "hello";
    console.log("wrote");
    for (;;) yield "hello";
  }`;

  test("where all was read before it was closed", async () => {
    const child = await startSealed({ javascript: "export default function* () { for (;;) yield 'hello' }" });
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await endingOf(child)).toEqual({ code: 0, stderr: "" });
  });

  test("where something was left unread, which resets a socket pair", async () => {
    const child = await startSealed({ javascript });
    child.stderr.once("data", () => child.stdout.destroy());
    expect(await endingOf(child)).toEqual({ code: 0, stderr: "wrote\n" });
  });

  async function endingOf(child: Awaited<ReturnType<typeof startSealed>>) {
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    return { code, stderr };
  }
});

test("what a live stream has given so far is written before the next read waits", async () => {
  const child = await startSealed({
    javascript: "export default (input) => input.lines().map((l) => l + '!')",
  });
  const chunks = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
  child.stdin.write("one\n");
  expect((await chunks.next()).value).toBe("one!\n");
  child.stdin.end("two\n");
  expect((await chunks.next()).value).toBe("two!\n");
});
