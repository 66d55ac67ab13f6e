import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

test.each([
  ["input.lines()", "a\r\nb", "a\nb\n"],
  ["input.lines().drop(1).take(1)", "a\nb\nc", "b\n"],
  ["input.text()", "é\r\nb", "é\r\nb\n"],
  ["input.json()", '{"a":[1]}', '{"a":[1]}\n'],
  ["input.bytes().map((b) => b.length)", "\ufeffab", "5\n"],
  ["input.records()", "a,b\n1,2\n", '{"a":"1","b":"2"}\n'],
  ["input.records()", "", ""],
  ["input.files.map((f) => f.name)", "", "stdin\n"],
  ["input.files[0].records()", '{"a":1}\n{"a":2}\n', '{"a":1}\n{"a":2}\n'],
])("%s of %j gives %j", async (expression, stdin, stdout) => {
  const run = await runSealed({ javascript: `export default (input) => ${expression}`, stdin });
  expect(run).toEqual({ code: 0, stdout, stderr: "" });
});

describe("input.file", () => {
  const inputs = ["a/users.csv", "b/users.csv", "orders.ndjson"].map((name) => ({ name, path: null }));
  const nameOf = async (which: string) => {
    const javascript = `export default (input) => input.file(${which}).name`;
    const { stdout, stderr, code } = await runSealed({ javascript, invocation: { inputs } });
    return code === 0 ? stdout : `${code}: ${stderr}`;
  };

  test.each([
    ["0", "a/users.csv\n"],
    ["2", "orders.ndjson\n"],
    ['"b/users.csv"', "b/users.csv\n"],
    ['"orders.ndjson"', "orders.ndjson\n"],
    ['"orders"', "orders.ndjson\n"],
    ["3", "66: input 4 could not be read: this run has a/users.csv, b/users.csv, orders.ndjson\n"],
    ['"users"', '66: the input "users" could not be read: 2 have that name\n'],
    [
      '"rates"',
      '66: the input "rates" could not be read: this run has a/users.csv, b/users.csv, orders.ndjson\n',
    ],
  ])("%s is %j", async (which, answer) => {
    expect(await nameOf(which)).toBe(answer);
  });

  test("finds the only one too", async () => {
    const javascript = "export default (input) => input.file(0).lines()";
    expect(await runSealed({ javascript, stdin: "a\n" })).toMatchObject({ stdout: "a\n" });
  });
});

test("records() keeps to the format it is told", async () => {
  const javascript = "export default (input) => input.records()";
  const run = await runSealed({
    javascript,
    stdin: "1,2\n3,4\n",
    invocation: { from: "csv", header: false },
  });
  expect(run.stdout).toBe('{"c1":"1","c2":"2"}\n{"c1":"3","c2":"4"}\n');
});

test("records() reads the encoding that a mark or the user says, and bytes() none", async () => {
  const javascript = "export default (input) => input.records()";
  const marked = Buffer.from("\uFEFFname,n\né,1\n", "utf16le");
  expect((await runSealed({ javascript, stdin: marked })).stdout).toBe('{"name":"é","n":"1"}\n');
  const stdin = Buffer.from("name,n\né,1\n", "latin1");
  const said = await runSealed({ javascript, stdin, invocation: { encoding: "latin1" } });
  expect(said.stdout).toBe('{"name":"é","n":"1"}\n');
  const raw = "export default (input) => input.bytes().map((b) => b.length)";
  expect((await runSealed({ javascript: raw, stdin, invocation: { encoding: "latin1" } })).stdout).toBe(
    "11\n",
  );
});

test.each([
  [
    "yaml",
    "a: 1\nb: [x, 12345678901234567890]\n---\n- c: 2020-01-01\n- 3\n",
    '{"a":1,"b":["x",12345678901234567890]}\n{"c":"2020-01-01"}\n3\n',
  ],
  ["toml", "n = 1\n[t]\nd = 2020-01-01\n", '{"n":1,"t":{"d":"2020-01-01"}}\n'],
] as const)(
  "records() reads %s with the parsers that came along, and refuses without",
  async (from, stdin, stdout) => {
    const javascript = "export default (input) => input.records()";
    expect(await runSealed({ javascript, stdin, invocation: { from }, documents: true })).toEqual({
      ...{ code: 0, stdout, stderr: "" },
    });
    const without = await runSealed({ javascript, stdin, invocation: { from } });
    expect(without.code).toBe(65);
    expect(without.stderr).toContain(`(say --from ${from}, or give its file a name that ends in .${from})`);
  },
);

test("malformed YAML ends with 65 and its place", async () => {
  const run = await runSealed({
    javascript: "export default (input) => input.records()",
    stdin: "a: 1\nb: [1\nc: 2\n",
    ...{ invocation: { from: "yaml" }, documents: true },
  });
  expect(run).toMatchObject({ code: 65, stdout: "" });
  expect(run.stderr).toMatch(/^stdin, line \d, column \d+: expected YAML, found /);
});

test("records() sees the format of a stream that comes in pieces, and loses none of it", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},x${i},y`);
  const javascript = "export default (input) => input.records().reduce((sum, { a }) => sum + Number(a), 0)";
  const run = await runSealed({ javascript, stdin: `a,b,c\n${rows.join("\n")}\n` });
  expect(run.stdout).toBe("199990000\n");
});

test("an input that was read is not silently empty the second time", async () => {
  const javascript = "export default (input) => {\n  input.lines().next();\n  return input.text();\n}";
  const run = await runSealed({ javascript, stdin: "a\n" });
  expect(run).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "Error: text() cannot read stdin: lines() read it, and an input can be read once. Keep what you need, as in const all = [...input.lines()] (at line 3, column 16)\n",
  });
});

test.each([
  [
    "input.lines()",
    Uint8Array.of(97, 10, 0xff),
    "stdin, line 2: expected UTF-8 text, found the byte 0xFF at offset 2",
  ],
  ["input.text()", Uint8Array.of(0xfe, 0xff, 0, 97, 0), "stdin, line 1: expected utf-16be text, found bytes"],
  ["input.json()", '{"a":\n1', "stdin, line 2, column 2: expected `,` or `}`, found the end of the input"],
])("%s of malformed input ends with 65", async (expression, stdin, message) => {
  const run = await runSealed({ javascript: `export default (input) => ${expression}`, stdin });
  expect(run.code).toBe(65);
  expect(run.stderr).toContain(message);
});

test("malformed input ends with 65 after what came before it was written, even where the snippet catches it", async () => {
  const javascript =
    "export default function* (input) { try { yield* input.records() } catch {} yield 'all is well' }";
  const run = await runSealed({ javascript, stdin: '{"a":1}\n{bad', invocation: { from: "ndjson" } });
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 65, stdout: '{"a":1}\nall is well\n' });
  expect(run.stderr).toBe(
    'stdin, line 2, column 2: expected a name in double quotes or `}` (one JSON value a line), found "bad" (leave such lines out with --ragged skip)\n',
  );
});

describe("several inputs", () => {
  let folder = "";
  const named = (name: string) => ({ name, path: join(folder, name) });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "writ-inputs-"));
    await writeFile(join(folder, "a.txt"), "1\n2");
    await writeFile(join(folder, "b.txt"), "3\n");
    await writeFile(join(folder, "c.csv"), "x,y\n1,2\n");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("are read one after the other, and a last line without newline stays a line", async () => {
    const inputs = [named("a.txt"), named("b.txt")];
    const run = await runSealed({ javascript: "export default (i) => i.lines()", invocation: { inputs } });
    expect(run).toEqual({ code: 0, stdout: "1\n2\n3\n", stderr: "" });
  });

  test("have each their own format", async () => {
    const inputs = [named("c.csv"), named("b.txt")];
    const run = await runSealed({ javascript: "export default (i) => i.records()", invocation: { inputs } });
    expect(run.stdout).toBe('{"x":"1","y":"2"}\n{"line":"3"}\n');
  });

  test("can be read one by one by name", async () => {
    const inputs = [named("b.txt"), named("a.txt")];
    const javascript = "export default (i) => i.files.map((f) => f.name + '=' + f.text().trim().length)";
    const run = await runSealed({ javascript, invocation: { inputs } });
    expect(run.stdout).toBe("b.txt=1\na.txt=3\n");
  });

  test("that are a directory end with 66", async () => {
    const inputs = [{ name: "dir", path: folder }];
    const run = await runSealed({ javascript: "export default (i) => i.lines()", invocation: { inputs } });
    expect(run.code).toBe(66);
    expect(run.stderr).toContain("dir could not be read: Is a directory");
  });

  test("that are none give no lines", async () => {
    const run = await runSealed({
      javascript: "export default (i) => i.lines()",
      invocation: { inputs: [] },
    });
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});
