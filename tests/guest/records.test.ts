import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

const NDJSON = '{"a":1,"b":"x","c":[1]}\n{"c":2,"b":"y"}\n{"a":"\\u0041"}\n';
const ASKED = 'input.records({ fields: ["b", "a"], require: ["a"] })';

test.each([
  [ASKED, NDJSON, '{"b":"x","a":1}\n{"b":"y"}\n{"a":"A"}\n'],
  [ASKED, "a,b,c\n1,2,3\n", '{"b":"2","a":"1"}\n'],
  [ASKED, "", ""],
  ['input.records({ require: ["c"] })', NDJSON, '{"a":1,"b":"x","c":[1]}\n{"c":2,"b":"y"}\n{"a":"A"}\n'],
  ['input.records({ fields: ["line"] })', "x\ny\n", "x\ny\n"],
])("%s of %j", async (expression, stdin, stdout) => {
  const run = await runSealed({ javascript: `export default (input) => ${expression}`, stdin });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout.replace(/\{"line":"(\w)"\}/g, "$1")).toBe(stdout);
});

test("a field that is required and in no record ends the run after them, naming those there are", async () => {
  const javascript = 'export default (input) => input.records({ fields: ["b"], require: ["b", "z"] })';
  const run = await runSealed({ javascript, stdin: NDJSON });
  expect(run).toMatchObject({ code: 1, stdout: '{"b":"x"}\n{"b":"y"}\n{}\n' });
  expect(run.stderr).toContain("no record has a field `z`: there are a, b, c");
});

test("a field that is required of values without fields ends the run, showing the first", async () => {
  const javascript = 'export default (input) => input.records({ require: ["z"] })';
  const run = await runSealed({ javascript, stdin: "[7,2]" });
  expect(run).toMatchObject({ code: 1, stdout: "7\n2\n" });
  expect(run.stderr).toContain("no record has a field `z`: there are values without fields, as 7");
  expect(await runSealed({ javascript, stdin: "[]" })).toMatchObject({ code: 0, stdout: "" });
});

test("names that are no texts are said to be none", async () => {
  const run = await runSealed({
    javascript: "export default (i) => i.records({ fields: 1 })",
    stdin: NDJSON,
  });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("records() takes the names of fields");
});

describe("of several inputs", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "writ-records-"));
    await writeFile(join(folder, "one.csv"), "a,b\n1,2\n");
    await writeFile(join(folder, "two.csv"), "c,b\n3,4\n");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const inputs = () => ["one.csv", "two.csv"].map((name) => ({ name, path: join(folder, name) }));

  test("what is required may be in any", async () => {
    const javascript = 'export default (input) => input.records({ fields: ["b"], require: ["c", "b"] })';
    const run = await runSealed({ javascript, invocation: { inputs: inputs() } });
    expect(run).toEqual({ code: 0, stdout: '{"b":"2"}\n{"b":"4"}\n', stderr: "" });
  });

  test("what is in none is missed after the last", async () => {
    const javascript = 'export default (input) => input.records({ fields: ["b"], require: ["d"] })';
    const run = await runSealed({ javascript, invocation: { inputs: inputs() } });
    expect(run).toMatchObject({ code: 1, stdout: '{"b":"2"}\n{"b":"4"}\n' });
  });
});

describe("code whose fields are known gives what it gives without knowing them", () => {
  test.each([
    [
      "({ by = 'a' }: { by?: string })",
      "for (const r of input.records()) yield r[by] ?? null;",
      ["--by", "b"],
    ],
    ["({ by = 'a' }: { by?: string })", "for (const r of input.records()) yield r[by] ?? null;", []],
    ["({ by = 'a' }: { by?: string })", "for (const r of input.records()) yield Object.hasOwn(r, by);", []],
    ["(_: {})", "yield input.records().map(({ c }) => JSON.stringify(c)).toArray().join();", []],
  ])("%s %s %s", async (options, body, argv) => {
    const verdict = check(`export default function* f(input: Input, ${options.slice(1, -1)}) { ${body} }`);
    if (!verdict.accepted) throw new Error(verdict.findings[0]?.message);
    const { javascript, schema, reads } = verdict;
    expect(reads.kind).toBe("fields");
    const known = await runSealed({ javascript, schema, reads, argv, stdin: NDJSON });
    expect(known).toEqual(await runSealed({ javascript, schema, argv, stdin: NDJSON }));
    expect(known.code).toBe(0);
  });
});

test("what is not looked at is checked all the same", async () => {
  const run = await runSealed({
    javascript: "export default (input) => input.records().map(({ a }) => a)",
    stdin: '{"a":1,"b":1}\n{"a":2,"b":01}\n',
    reads: { kind: "fields", fields: ["a"], options: [] },
    invocation: { from: "ndjson" },
  });
  expect(run).toMatchObject({ code: 65, stdout: "1\n" });
});
