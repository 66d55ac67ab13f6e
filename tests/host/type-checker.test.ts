import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDiagnostics, typeProject } from "../../src/check/types.ts";
import { checkTypes, typeCheckerPath } from "../../src/host/type-checker.ts";

const declarations = `interface Input {
  lines(): IteratorObject<string, undefined, unknown>;
  records<R = InputRecord>(): IteratorObject<R, undefined, unknown>;
}
interface Levers { now(): number; }
type InputRecord = Record<string, any>;
declare module "writ" { export function num(value: unknown): number; }
`;

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "type-checker-"));
});
afterEach(() => rmSync(scratch, { recursive: true }));

async function problems(
  code: string,
  recordType?: string,
  declared = declarations,
): Promise<readonly string[]> {
  const { files } = typeProject({ code, declarations: declared, ...(recordType && { recordType }) });
  const result = await checkTypes({ files, scratch, executable: typeCheckerPath() });
  if (result.kind !== "checked") throw new Error(result.detail);
  const findings = readDiagnostics(result.output, { code, exitCode: result.exitCode });
  return findings.map(({ range, message }) => `${range.line}:${range.column} ${message}`);
}

test("both ways of num fit what snippets do with it", async () => {
  const real = readFileSync("src/guest/snippet.d.ts", "utf8");
  const uses = (lines: string) => `import { num } from "writ";\nexport default function f() {\n${lines}\n}\n`;
  const good = uses(`const all: number[] = ["1"].map(num);
  const one: number | null = num("x", { otherwise: null });
  const other: number = num("x", { otherwise: 0 });
  return [...all, one, other];`);
  expect(await problems(good, undefined, real)).toEqual([]);
  expect(
    await problems(uses('const n: number = num("x", { otherwise: null }); return n;'), undefined, real),
  ).toHaveLength(1);
});

describe("checkTypes accepts", () => {
  test.each([
    ["a typed generator", "export default function* f(input: Input, { n = 1 }: { n?: number }) { yield n; }"],
    ["untyped parameters", "export default (input, { n = 1 }) => input.lines().take(n);"],
    ["an array that grows", "export default (input: Input) => { const a = []; a.push(1); return a; };"],
    [
      "a caught error's message",
      "export default () => { try { return 1; } catch (e) { return e.message; } };",
    ],
    [
      "a record's field by name",
      "export default (input: Input, { f = 'a' }) => input.records().map((r) => r[f]);",
    ],
    ["helpers", 'import { num } from "writ";\nexport default (input: Input) => num("1");'],
    [
      "a function with levers",
      "export default (input: Input, _: object, { now }: { now(): number }) => now();",
    ],
  ])("%s", async (_, code) => {
    expect(await problems(code)).toEqual([]);
  });
});

describe("checkTypes reports", () => {
  test.each([
    [
      "a field the sample does not have",
      "export default (i: Input) => i.records().map((r) => r.adress);",
      "Did you mean 'address'",
    ],
    ["a method the input does not have", "export default (i: Input) => i.linez();", "Did you mean 'lines'"],
    [
      "an input taken for text",
      "export default (input: string) => input.length;",
      "cannot be called with an input",
    ],
    [
      "an Input of its own",
      "type Input = number;\nexport default (i: Input) => i;",
      "cannot be called with an input",
    ],
    ["the browser", "export default () => document.title;", "Cannot find name 'document'"],
    ["Node", "export default () => process.env;", "Cannot find name 'process'"],
  ])("%s", async (_, code, expected) => {
    expect((await problems(code, "{ address: string }")).join("\n")).toContain(expected);
  });
});

test("checkTypes leaves nothing behind", async () => {
  await problems("export default () => 1;");
  expect(readdirSync(scratch)).toEqual([]);
});

test("checkTypes says what is missing", async () => {
  const files = {};
  expect(await checkTypes({ files, scratch, executable: null })).toMatchObject({ kind: "unusable" });
  const executable = join(scratch, "absent");
  expect(await checkTypes({ files, scratch, executable })).toMatchObject({
    ...{ kind: "unusable", detail: expect.stringContaining("absent") },
  });
});

test("checkTypes hands on nothing of the environment", async () => {
  const executable = join(scratch, "print-environment");
  writeFileSync(executable, "#!/bin/sh\nexec /usr/bin/env\n", { mode: 0o700 });
  const result = await checkTypes({ files: {}, scratch, executable });
  expect(result.kind === "checked" && result.output).not.toContain("PATH=/home");
  expect(result.kind === "checked" && result.output).not.toContain("HOME=");
});

test("checkTypes rejects with the reason it was stopped for", async () => {
  const stop = new AbortController();
  const running = checkTypes({ files: {}, scratch, executable: typeCheckerPath(), signal: stop.signal });
  stop.abort(new Error("stopped by the user"));
  await expect(running).rejects.toThrow("stopped by the user");
  expect(readdirSync(scratch)).toEqual([]);
});

test.each([
  [
    "a type import",
    (path: string) => `import type * as s from "${path}";\nconst key: typeof s.KEY = 5 as number;`,
  ],
  ["an import type", (path: string) => `const key: typeof import("${path}").KEY = 5 as number;`],
  ["a reference", (path: string) => `/// <reference path="${path}" />\nconst key: typeof KEY = 5 as number;`],
])("checkTypes reads no other file through %s", async (_, use) => {
  const path = join(scratch, "secrets.ts");
  writeFileSync(path, 'export const KEY = "very-secret";\n');
  const found = await problems(`${use(path)}\nexport default (input: Input) => key;`);
  expect(found.join("\n")).toMatch(/Cannot find (module|name)/);
  expect(found.join("\n")).not.toContain("very-secret");
});
