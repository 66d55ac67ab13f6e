import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { typeStage, warmTypes } from "../../../src/cli/drafting/type-stage.ts";
import { type ResidentTypeChecker, residentTypeChecker } from "../../../src/host/resident-type-checker.ts";
import { typeCheckerPath } from "../../../src/host/type-checker.ts";

const CODE = "export default (input: Input) => {\n  return input.linez();\n};";
const { signal } = new AbortController();

let folder = "";
let resident: ResidentTypeChecker;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "type-stage-"));
  resident = residentTypeChecker(typeCheckerPath()!);
});
afterAll(async () => {
  await resident.close();
  rmSync(folder, { recursive: true });
});

test("typeStage finds the same with a resident checker as without, at the user's own places", async () => {
  warmTypes(resident);
  const warm = await typeStage({ code: CODE, sample: null, signal, resident });
  expect(warm).toMatchObject({ status: "failed", findings: [{ range: { line: 2, column: 15 } }] });
  expect(warm).toEqual(await typeStage({ code: CODE, sample: null, signal }));
});

test("typeStage asks a checker of its own where the resident one cannot answer", async () => {
  const path = join(folder, "broken");
  writeFileSync(path, "#!/bin/sh\nexit 3\n");
  chmodSync(path, 0o700);
  const broken = residentTypeChecker(path);
  const found = await typeStage({ code: CODE, sample: null, signal, resident: broken });
  expect(found.findings).toMatchObject([{ message: expect.stringContaining("Did you mean 'lines'") }]);
});

test("typeStage stops waiting for a resident checker with the reason it was stopped for", async () => {
  const stop = new AbortController();
  const silent: ResidentTypeChecker = { check: () => new Promise(() => {}), close: async () => {} };
  const stage = typeStage({ code: CODE, sample: null, signal: stop.signal, resident: silent });
  stop.abort(new Error("stopped by the user"));
  await expect(stage).rejects.toThrow("stopped by the user");
});
