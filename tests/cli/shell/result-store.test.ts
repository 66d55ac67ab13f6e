import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { addText, pagedText, resultText, writeResult } from "../../../src/cli/shell/result-store.ts";
import { createResults } from "../../../src/keep/results.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const folder = scratchFolder("result-store");
const results = createResults(join(folder, "spools"));

afterEach(() => {
  vi.unstubAllEnvs();
});

function textResult(text: string) {
  addText(results, "a program", text);
  return results.get(null)!;
}

test.each([
  ["a\nb\n", "a\nb\n", 2],
  ["\n\n", "\n\n", 2],
  ["a line\nwithout an end", "a line\nwithout an end\n", 2],
])("addText keeps %j as lines", (text, kept, rows) => {
  expect(addText(results, "a program", text)).toMatchObject({ form: "lines", rows, bytes: kept.length });
  expect(resultText(results.get(null)!, 100)).toEqual({ text: kept, isWhole: true });
});

test("addText keeps nothing of no text", () => {
  expect(addText(results, "a program", "")).toBeNull();
});

test("writeResult writes under the home folder for ~/", async () => {
  vi.stubEnv("HOME", folder);
  const said = await writeResult(textResult("x\n"), "~/out.txt");
  expect(readFileSync(join(folder, "out.txt"), "utf8")).toBe("x\n");
  expect(said).toMatch(/^wrote _\d+ to ~\/out\.txt \(/);
});

test.each([
  ["a folder that is not there", "none/out.txt", "there is no folder"],
  ["a file in the place of a folder", "file/out.txt", "a folder is needed, not a file, at"],
  ["a file that is there", "file", "is there already, and nothing is overwritten"],
])("writeResult says so for %s", async (_, name, problem) => {
  writeFileSync(join(folder, "file"), "before");
  await expect(writeResult(textResult("x\n"), join(folder, name))).rejects.toMatchObject({
    failure: { kind: "usage", problem: expect.stringContaining(problem) },
  });
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("before");
});

test("pagedText gives every value whole, however late it comes", async () => {
  const spool = results.open();
  const long = "x".repeat(20_000);
  const rows = [
    ...Array.from({ length: 300 }, (_, id) => ({ id, text: "t" })),
    { id: 2_912_345, text: long },
  ];
  spool.write(Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join("")));
  let paged = "";
  for await (const piece of pagedText(results.add({ title: "", form: "records", rows: 301, spool }))) {
    paged += piece;
  }
  expect(paged).toContain(`\n2912345  ${long}\n`);
});
