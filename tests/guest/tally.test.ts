import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPORT_MARK } from "../../src/terms/tally.ts";
import { buildGuestOnce, runSealed, startSealed } from "./sealed.ts";

buildGuestOnce();

const report = { everyMs: null };
const lastOf = (stderr: string) => JSON.parse(stderr.slice(stderr.lastIndexOf(REPORT_MARK) + 1));

test.each([
  ["lines", "input.lines()", "a\nb\n", { recordsIn: 2, bytesIn: 4, recordsOut: 2, bytesOut: 4 }],
  [
    "records",
    "input.records().map((r) => r.a)",
    "a,b\n1,2\n",
    { recordsIn: 1, bytesIn: 8, recordsOut: 1, bytesOut: 2 },
  ],
  [
    "only what was taken",
    "input.lines().take(1)",
    "a\nb\n",
    { recordsIn: 1, bytesIn: 4, recordsOut: 1, bytesOut: 2 },
  ],
  ["text", "input.text().length", "abc", { recordsIn: 0, bytesIn: 3, recordsOut: 1, bytesOut: 2 }],
  [
    "what failed",
    "{ throw new Error(input.lines().next().value) }",
    "a\n",
    { recordsIn: 1, bytesIn: 2, recordsOut: 0, bytesOut: 0 },
  ],
])("%s: counted, and told at the end", async (_, body, stdin, tally) => {
  const run = await runSealed({
    javascript: `export default (input) => ${body}`,
    stdin,
    invocation: { report },
  });
  expect(lastOf(run.stderr)).toEqual(tally);
});

test("nothing is told where nobody asked", async () => {
  const run = await runSealed({ javascript: "export default (input) => input.lines()", stdin: "a\n" });
  expect(run.stderr).toBe("");
});

test("several inputs count together", async () => {
  const folder = await mkdtemp(join(tmpdir(), "writ-tally-"));
  try {
    await writeFile(join(folder, "a"), "1\n2\n");
    await writeFile(join(folder, "b"), "3\n");
    const inputs = ["a", "b"].map((name) => ({ name, path: join(folder, name) }));
    const run = await runSealed({
      javascript: "export default (input) => input.lines().toArray().length",
      invocation: { inputs, report },
    });
    expect(lastOf(run.stderr)).toEqual({ recordsIn: 3, bytesIn: 6, recordsOut: 1, bytesOut: 2 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("while something is read it is told every so often", async () => {
  const child = await startSealed({
    javascript: "export default (input) => input.lines().toArray().length",
    invocation: { report: { everyMs: 0 } },
  });
  child.stdin.write("a\n");
  const said = await new Promise<Buffer>((resolve) => child.stderr.once("data", resolve));
  expect(said.toString()).toContain('"bytesIn":2');
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
});
