import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFixed } from "../../src/run/open-fixed.ts";

let folder = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "writ-fixed-")));
  mkdirSync(join(folder, "real"));
  writeFileSync(join(folder, "real", "file"), "content");
  symlinkSync("file", join(folder, "real", "link"));
  symlinkSync("real", join(folder, "linked"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The content behind the descriptor, "opened" for a folder, null where it was not opened. */
function opened(path: string): string | null {
  const descriptor = openFixed(path);
  if (descriptor === null) return null;
  try {
    return path.endsWith("/") ? "opened" : readFileSync(`/proc/self/fd/${descriptor}`, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

describe.skipIf(process.platform !== "linux")("openFixed", () => {
  test.each([
    ["a file", "/real/file", "content"],
    ["a folder", "/real/", "opened"],
    ["a link in its place", "/real/link", null],
    ["a link on the way to it", "/linked/file", null],
    ["a folder by a link", "/linked/", null],
    ["a file where a folder is meant", "/real/file/", null],
    ["what is not there", "/real/none", null],
    ["a way up", "/real/../real/file", null],
    ["an empty name", "/real//file", null],
  ])("%s", (_, path, expected) => {
    expect(opened(folder + path)).toBe(expected);
  });

  test("stands for what was there, whatever is put in its place", () => {
    const path = join(folder, "real", "swapped");
    writeFileSync(path, "before");
    const descriptor = openFixed(path)!;
    renameSync(path, `${path}.away`);
    writeFileSync(path, "after");
    expect(readFileSync(`/proc/self/fd/${descriptor}`, "utf8")).toBe("before");
    closeSync(descriptor);
  });
});
