import { expect, test } from "vitest";
import { buildGuestOnce, runSealed } from "./sealed.ts";

buildGuestOnce();

const CSV = "name,ms\na,1\nb,n/a\nc,\nd,4\n";
const SUM = `import { num } from "writ";
export default function (input) {
  let sum = 0;
  for (const { ms } of input.records()) {
    const value = num(ms, { otherwise: null });
    if (value !== null) sum += value;
  }
  return sum;
}`;

test("rows that cannot be converted are counted, and the first is shown", async () => {
  const run = await runSealed({ javascript: SUM, stdin: CSV });
  expect(run).toEqual({
    code: 0,
    stdout: "5\n",
    stderr: '2 values could not be converted; the first: stdin, record 2: expected a number, found "n/a"\n',
  });
});

test("where all can be converted nothing is said, under --strict too", async () => {
  const stdin = "name,ms\na,1\nb,2\n";
  const run = await runSealed({ javascript: SUM, stdin, invocation: { strict: true } });
  expect(run).toEqual({ code: 0, stdout: "3\n", stderr: "" });
});

test("under --strict the first one ends the run with 65", async () => {
  const run = await runSealed({ javascript: SUM, stdin: CSV, invocation: { strict: true } });
  expect(run).toEqual({ code: 65, stdout: "", stderr: 'stdin, record 2: expected a number, found "n/a"\n' });
});

test("and where the snippet catches it, after what it still writes", async () => {
  const javascript = `import { num } from "writ";
export default (input) => input.lines().map((line) => { try { return num(line); } catch { return "caught"; } });`;
  const [usual, strict] = [
    await runSealed({ javascript, stdin: "1\nx\n" }),
    await runSealed({ javascript, stdin: "1\nx\n", invocation: { strict: true } }),
  ];
  expect(usual).toEqual({ code: 0, stdout: "1\ncaught\n", stderr: "" });
  expect(strict).toMatchObject({ code: 65, stderr: 'stdin, line 2: expected a number, found "x"\n' });
});

test("without another value the run fails, and says where", async () => {
  const javascript =
    'import { num } from "writ";\nexport default (input) => input.records().map(({ ms }) => num(ms));';
  const run = await runSealed({ javascript, stdin: CSV });
  expect(run).toMatchObject({ code: 1, stdout: "1\n" });
  expect(run.stderr).toContain('num: expected a number, found "n/a" (stdin, record 2)');
});

test("what map gives as second argument is no other value", async () => {
  const javascript = 'import { num } from "writ";\nexport default () => ["1", "x"].map(num);';
  const run = await runSealed({ javascript });
  expect(run.code).toBe(1);
});

test("helpers that are loaded later tell of it too", async () => {
  const javascript =
    'import { sumBy } from "writ";\nexport default (input) => sumBy(input.records(), "name", "ms");';
  const run = await runSealed({ javascript, stdin: CSV, invocation: { strict: true } });
  expect(run).toMatchObject({ code: 65, stderr: 'stdin, record 2: expected a number, found "n/a"\n' });
});
