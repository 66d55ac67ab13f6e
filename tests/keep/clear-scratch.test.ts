import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearScratch } from "../../src/keep/clear-scratch.ts";
import { scratchPrefix } from "../../src/terms/scratch-name.ts";

const NOW_MS = Date.UTC(2030, 0, 1);
const OLD_S = NOW_MS / 1000 - 25 * 60 * 60;
const YOUNG_S = NOW_MS / 1000 - 23 * 60 * 60;
const { pid: GONE } = spawnSync("true");

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "writ-scratch-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder with a file in it, and whether it is there after clearing. */
function stays(name: string, writtenS: number): boolean {
  const path = join(root, name);
  mkdirSync(path);
  writeFileSync(join(path, "strong.socket"), "");
  utimesSync(path, writtenS, writtenS);
  clearScratch(root, NOW_MS);
  return existsSync(path);
}

describe("clearScratch", () => {
  test.each(["run", "types"] as const)("removes the %s folder of a process that is gone", (use) => {
    expect(stays(`${scratchPrefix(use, GONE)}a1B2c3`, OLD_S)).toBe(false);
  });

  test.each([
    ["that is young", `${scratchPrefix("run", GONE)}a1B2c3`, YOUNG_S],
    ["of a process that lives", `${scratchPrefix("run", process.pid)}a1B2c3`, OLD_S],
    ["of somebody else's naming", "writ-run-notes", OLD_S],
    ["of an editor, with words in it that the user wrote", `writ-edit-${GONE}-a1B2c3`, OLD_S],
  ])("leaves a folder %s", (_, name, writtenS) => {
    expect(stays(name, writtenS)).toBe(true);
  });

  test("follows no link", () => {
    const other = join(root, "other");
    mkdirSync(other);
    writeFileSync(join(other, "file"), "");
    const link = join(root, `${scratchPrefix("run", GONE)}a1B2c3`);
    symlinkSync(other, link);
    clearScratch(root, Date.now() + 2 * 24 * 60 * 60 * 1000);
    expect([existsSync(link), existsSync(join(other, "file"))]).toEqual([true, true]);
  });
});
