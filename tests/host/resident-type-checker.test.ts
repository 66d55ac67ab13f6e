import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDiagnostics, typeProject } from "../../src/check/types.ts";
import { type ResidentTypeChecker, residentTypeChecker } from "../../src/host/resident-type-checker.ts";
import { checkTypes, typeCheckerPath } from "../../src/host/type-checker.ts";

const declarations = readFileSync("dist/snippet.d.ts", "utf8");

let scratch = "";
let resident: ResidentTypeChecker;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "resident-"));
  resident = residentTypeChecker(typeCheckerPath()!);
});
afterAll(async () => {
  await resident.close();
  rmSync(scratch, { recursive: true });
});

const filesOf = (code: string, recordType?: string) =>
  typeProject({ code, declarations, ...(recordType && { recordType }) }).files;

describe("residentTypeChecker says of one snippet after the other what a checker of its own says:", () => {
  test.each([
    ["nothing", "export default (i: Input) => i.records().map((r) => r.address);"],
    ["an error", "export default (i: Input) => i.records().map((r) => '🎉' + r.adress);"],
    [
      "errors in lines",
      "export default (i: Input) => {\r\n  const a: number = '';\r\n  return i.linez(a);\r\n};\r\n",
    ],
    ["a chain", "const a: { b: { c: number } } = { b: { c: '' } };\nexport default () => a;"],
    ["a longer chain", "const f: (a: { b: 1 }) => void = (a: { b: 2 }) => {};\nexport default () => f;"],
    ["what does not parse", "export default ("],
    ["no function", "export default 5;"],
    ["an import", 'import { num } from "writ";\nexport default (i: Input) => num(i.text());'],
    ["a missing helper", 'import { nu } from "writ";\nexport default () => nu;'],
    ["nothing at all", ""],
    ["a global of its own", "declare global { interface Input { a: 1 } }\nexport default (i: Input) => i.a;"],
  ])("%s", async (_, code) => {
    const files = filesOf(code, "{ address: string }");
    const once = await checkTypes({ files, scratch, executable: typeCheckerPath() });
    if (once.kind !== "checked") throw new Error(once.detail);
    const checked = await resident.check(files);
    if (checked.kind !== "checked") throw new Error(checked.detail);
    const findings = (one: typeof checked) => readDiagnostics(one.output, { code, exitCode: one.exitCode });
    expect(findings(checked)).toEqual(findings(once));
  });
});

test("residentTypeChecker takes each project by itself, also when asked for several at once", async () => {
  const code = "export default (i: Input) => i.records().map((r) => r.address);";
  const types = ["{ address: string }", "{ name: string }", "{ address: number }"];
  const checked = await Promise.all(types.map((type) => resident.check(filesOf(code, type))));
  expect(checked.map((one) => one.kind === "checked" && one.exitCode)).toEqual([0, 2, 0]);
});

test.each([
  ["an import type", (path: string) => `const key: typeof import("${path}").KEY = 5 as number;`],
  ["a reference", (path: string) => `/// <reference path="${path}" />\nconst key: typeof KEY = 5 as number;`],
])("residentTypeChecker reads no other file through %s", async (_, use) => {
  const path = join(scratch, "secrets.ts");
  writeFileSync(path, 'export const KEY = "very-secret";\n');
  const checked = await resident.check(filesOf(`${use(path)}\nexport default () => key;`));
  expect(checked.kind === "checked" && checked.output).toMatch(/Cannot find (module|name)/);
  expect(checked.kind === "checked" && checked.output).not.toContain("very-secret");
});

test("residentTypeChecker is unusable where the executable is none or ends, and starts another one next time", async () => {
  expect(await residentTypeChecker(join(scratch, "absent")).check({})).toMatchObject({ kind: "unusable" });
  const path = join(scratch, "fragile");
  const mended = join(scratch, "mended");
  writeFileSync(path, `#!/bin/sh\n[ -e ${mended} ] || exit 7\nexec ${typeCheckerPath()} "$@"\n`, {
    mode: 0o700,
  });
  const fragile = residentTypeChecker(path);
  const files = filesOf("export default () => 1;");
  expect(await fragile.check(files)).toMatchObject({ kind: "unusable" });
  writeFileSync(mended, "");
  const second = await fragile.check(files);
  await fragile.close();
  // The library lies beside the executable that really runs, which this one does not know.
  expect(second).not.toMatchObject({ detail: expect.stringContaining("ended with 7") });
});

test("residentTypeChecker hands on nothing of the environment", async () => {
  const path = join(scratch, "print-environment");
  const told = join(scratch, "environment");
  writeFileSync(path, `#!/bin/sh\n/usr/bin/env > ${told}\n`, { mode: 0o700 });
  await residentTypeChecker(path).check({});
  expect(existsSync(told) && readFileSync(told, "utf8")).not.toMatch(/^(HOME|OPENAI_API_KEY|PATH=\/home)=/m);
});
