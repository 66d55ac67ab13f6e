import { expect, test } from "vitest";
import type { OptionSchema } from "../../src/terms/option.ts";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

test.each([
  ["() => {\n  throw new TypeError('a\\nb')\n}", "TypeError: a b (at line 2, column 9)\n"],
  ["() => null.x", "TypeError: Cannot read properties of null (reading 'x') (at line 1, column 27)\n"],
  ["() => { throw 'text' }", 'it threw "text"\n'],
  ["() => { throw { toJSON() { throw 1 } } }", "it threw something that cannot be shown\n"],
  [
    "async () => { Promise.reject(new Error('lost')); await new Promise(() => {}) }",
    "Error: lost (at line 1, column 45)\n",
  ],
  ["async () => await new Promise(() => {})", "Error: it waits for something that never happens\n"],
  ["5", "TypeError: the default export is not a function\n"],
])("a snippet that is %s ends with 1, on one line of its own places", async (snippet, stderr) => {
  const run = await runSealed({ javascript: `export default ${snippet}` });
  expect(run).toEqual({ code: 1, stdout: "", stderr });
});

const LENGTHS = "input.records().map((r) => r.name.length)";
const NAMES = '{"name":"ada"}\n{"name":null}\n{"name":"bob"}\n';
const NULL_LENGTH = "TypeError: Cannot read properties of null (reading 'length')";

test.each([
  ["names the record it was reading", LENGTHS, `${NULL_LENGTH} (stdin, record 2) (at line 1`],
  [
    "names the line it was reading",
    "input.lines().map((l) => JSON.parse(l).name.length)",
    `${NULL_LENGTH} (stdin, line 2)`,
  ],
  [
    "names no record once all are read",
    "[...input.records()].map((r) => r.name.length)",
    `${NULL_LENGTH} (at line 1`,
  ],
  [
    "has only its own words where it chose them",
    "input.lines().map(() => { throw new Error('no') })",
    "Error: no (at line 1",
  ],
])("a snippet that fails %s", async (_, body, message) => {
  const run = await runSealed({ javascript: `export default (input) => ${body}`, stdin: NAMES });
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
});

test("a snippet that throws keeps what it wrote before", async () => {
  const javascript = "export default function* () { yield 1; throw new Error('no') }";
  expect(await runSealed({ javascript })).toMatchObject({ code: 1, stdout: "1\n" });
});

test("a WebAssembly memory that cannot grow ends with 137", async () => {
  const memory = "data:application/wasm;base64,AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==";
  const javascript = `export default async () => (await import("${memory}")).memory.grow(65536)`;
  expect(await runSealed({ javascript })).toMatchObject({ code: 137, stdout: "" });
});

test("an error whose message cannot be read is no refused allocation, and ends with 1", async () => {
  const javascript =
    "export default () => { throw Object.defineProperty(new RangeError(), 'message', { get() { throw 1 } }) }";
  expect(await runSealed({ javascript })).toMatchObject({ code: 1, stdout: "" });
});

test("a copy for which there is no memory ends with 137", async () => {
  const javascript =
    "export default () => { const e = new Error('Data cannot be cloned, out of memory.'); e.name = 'DataCloneError'; throw e; }";
  expect(await runSealed({ javascript })).toMatchObject({ code: 137, stdout: "" });
});

test("an allocation that is refused ends with 137, and a length without sense with 1", async () => {
  const refused = await runSealed({ javascript: "export default () => new ArrayBuffer(2 ** 52)" });
  expect(refused).toMatchObject({
    code: 137,
    stderr: expect.stringContaining("Array buffer allocation failed"),
  });
  const senseless = await runSealed({ javascript: "export default () => new ArrayBuffer(-1)" });
  expect(senseless).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Invalid array buffer length"),
  });
});

const schema: OptionSchema = {
  summary: "",
  options: [{ name: "n", type: "integer", array: false, required: false, default: 3, help: "" }],
};

test("options come as the schema says, and a wrong one ends with 2", async () => {
  const javascript = "export default (input, { n = 3 }) => n";
  expect(await runSealed({ javascript, schema, argv: ["-n", "5"] })).toMatchObject({
    code: 0,
    stdout: "5\n",
  });
  expect(await runSealed({ javascript, schema })).toMatchObject({ code: 0, stdout: "3\n" });
  expect(await runSealed({ javascript, schema, argv: ["-n", "x"] })).toEqual({
    code: 2,
    stdout: "",
    stderr: '-n is "x", and must be an integer\n',
  });
});

test("console writes to stderr, in plain text", async () => {
  const javascript =
    "export default () => { console.log('a', { b: 1n }, [new Map([[1, 2]])], undefined); console.error(new TypeError('x')); console.table([1, 2]) }";
  expect(await runSealed({ javascript })).toEqual({
    code: 0,
    stdout: "",
    stderr: 'a {"b":"1n"} [{"1":2}] undefined\nTypeError: x\n1\n2\n',
  });
});
