import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shape } from "../../src/terms/shape.ts";
import { buildGuestOnce, runSealed, startSealed } from "./sealed.ts";

buildGuestOnce();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "writ-drift-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const shape: Shape = { format: "ndjson", fields: { status: ["number"] } };
const javascript = "export default (input) => input.records().map(({ status }) => String(status))";
const DRIFT = 'stdin: expected field "status" (number), the input has "code"\n';

test("an input as it was approved says nothing", async () => {
  const run = await runSealed({ javascript, shape, stdin: '{"status":1}\n{"code":2}\n' });
  expect(run).toEqual({ code: 0, stdout: "1\nundefined\n", stderr: "" });
});

test("another shape is said in one line, and the run goes on with every record", async () => {
  const run = await runSealed({ javascript, shape, stdin: '{"code":1}\n'.repeat(6) });
  expect(run).toEqual({ code: 0, stdout: "undefined\n".repeat(6), stderr: DRIFT });
});

test("a first record that is odd says nothing where the next is as expected", async () => {
  const run = await runSealed({ javascript, shape, stdin: '{"code":1}\n{"status":2}\n' });
  expect(run).toEqual({ code: 0, stdout: "undefined\n2\n", stderr: "" });
});

test("under --strict another shape ends with 65 before any of it is used", async () => {
  const invocation = { strict: true } as const;
  const run = await runSealed({ javascript, shape, invocation, stdin: '{"code":1}\n{"code":2}\n' });
  expect(run).toEqual({ code: 65, stdout: "", stderr: DRIFT });
});

test("under --strict a snippet that catches it ends with 65 all the same", async () => {
  const run = await runSealed({
    javascript: "export default (input) => { try { input.records().next(); } catch {} return 'caught'; }",
    shape: { format: "csv", fields: { caught: ["string"] } },
    invocation: { strict: true },
    stdin: "a,b\n1,2\n3,4\n",
  });
  expect(run.code).toBe(65);
});

test("a document is judged by its first elements", async () => {
  const run = await runSealed({
    javascript: "export default (input) => input.json().map(({ status }) => String(status))",
    shape,
    stdin: '[{"code":1}]',
  });
  expect(run).toEqual({ code: 0, stdout: "undefined\n", stderr: DRIFT });
});

test("a table is judged by its first row: a live one waits for no more", async () => {
  const child = await startSealed({
    javascript,
    shape: { ...shape, format: "csv" },
    invocation: { from: "csv" },
  });
  child.stdin.write("code\n7\n");
  const said = await new Promise<Buffer>((resolve) => child.stderr.once("data", resolve));
  expect(said.toString()).toBe(DRIFT);
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
});

test("of several inputs the first is judged, and all where they are read as one", async () => {
  const [good, other] = [join(folder, "good"), join(folder, "other")];
  await writeFile(good, '{"status":1}\n');
  await writeFile(other, '{"code":1}\n');
  const inputs = [good, other].map((path) => ({ name: path.slice(folder.length + 1), path }));
  const invocation = { inputs };
  const chained = await runSealed({ javascript, shape, invocation });
  expect(chained.stderr).toBe(DRIFT.replace("stdin", "other"));
  const apart = await runSealed({
    javascript: `export default ({ files }) => files.map((file) => file.records().map(({ status }) => status).toArray().length)`,
    shape,
    invocation,
  });
  expect(apart).toEqual({ code: 0, stdout: "1\n1\n", stderr: "" });
});
