import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadExamples, storedExamples } from "../../src/keep/example-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-example-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LONG = "x".repeat(4097);

test("long texts go into files, and come back from them", () => {
  const examples = [
    { in: "a\n", out: "b\n" },
    { args: ["-n", "1"], in: LONG, out: LONG },
    { in: LONG, lines: 1 },
  ];
  const { stored, files } = storedExamples(examples);
  expect(stored).toEqual([
    { in: "a\n", out: "b\n" },
    { args: ["-n", "1"], in: { file: "2.in" }, out: { file: "2.out" } },
    { in: { file: "3.in" }, lines: 1 },
  ]);
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  expect(loadExamples(folder, stored)).toEqual(examples);
});

test("a file that is not there is named", () => {
  expect(() => loadExamples(folder, [{ in: { file: "1.in" }, lines: 1 }])).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ kind: "input-missing", detail: "ENOENT" }),
    }),
  );
});

test("a symbolic link is no example's file, and the file beside it is", () => {
  writeFileSync(join(folder, "1.in"), "a\n");
  symlinkSync(join(folder, "1.in"), join(folder, "2.in"));
  expect(loadExamples(folder, [{ in: { file: "1.in" }, lines: 1 }])).toEqual([{ in: "a\n", lines: 1 }]);
  expect(() => loadExamples(folder, [{ in: { file: "2.in" }, lines: 1 }])).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ detail: "it is not a file" }) }),
  );
});

test("a file that is larger than 2 MB is refused, and one as large is read", () => {
  for (const [name, bytes] of [["1.in", 2_000_000] as const, ["2.in", 2_000_001] as const]) {
    writeFileSync(join(folder, name), "x".repeat(bytes));
  }
  expect(loadExamples(folder, [{ in: { file: "1.in" }, lines: 1 }])[0]!.in).toHaveLength(2_000_000);
  expect(() => loadExamples(folder, [{ in: { file: "2.in" }, lines: 1 }])).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ detail: "it is larger than 2000000 bytes" }),
    }),
  );
});

test("a folder that is a symbolic link holds no examples' files", () => {
  writeFileSync(join(folder, "1.in"), "a\n");
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  try {
    expect(() => loadExamples(link, [{ in: { file: "1.in" }, lines: 1 }])).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ detail: "it is a symbolic link" }) }),
    );
  } finally {
    rmSync(link);
  }
});
