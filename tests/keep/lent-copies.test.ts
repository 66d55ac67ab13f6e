import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clearLent, lendCopies } from "../../src/keep/lent-copies.ts";

let spools = "";
beforeEach(() => {
  spools = mkdtempSync(join(tmpdir(), "writ-lent-"));
});
afterEach(() => rmSync(spools, { recursive: true }));

describe("lendCopies", () => {
  test("gives each file a path in a folder of the user's alone, until it is removed", () => {
    writeFileSync(join(spools, "a"), "one");
    const lent = lendCopies(spools, [join(spools, "a")]);
    const [path = ""] = lent.paths;
    expect(readFileSync(path, "utf8")).toBe("one");
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
    lent.remove();
    expect(readdirSync(spools)).toEqual(["a"]);
  });
});

describe("clearLent", () => {
  test("removes what a process that is gone left, and nothing of one that lives", () => {
    const gone = spawnSync("true").pid;
    for (const name of [`inputs-${gone}-abcdef`, `inputs-${process.pid}-abcdef`, "inputs-", "other"]) {
      mkdirSync(join(spools, name));
      writeFileSync(join(spools, name, "0"), "data");
    }
    clearLent(spools);
    expect(readdirSync(spools).sort()).toEqual(["inputs-", `inputs-${process.pid}-abcdef`, "other"]);
  });

  test("makes nothing of a folder that is not there", () => {
    clearLent(join(spools, "none"));
    expect(existsSync(join(spools, "none"))).toBe(false);
  });
});
