import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixPath } from "../../src/host/fix-path.ts";
import { readyPath } from "../../src/host/ready-path.ts";
import { WritError } from "../../src/terms/failure.ts";

let root = "";
const at = (name: string) => join(root, name);

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "writ-path-")));
  for (const folder of ["work/data", "outside", "own/state", "installed/bin"])
    mkdirSync(at(folder), { recursive: true });
  for (const name of [
    "work/a.csv",
    "work/data/b.csv",
    "outside/c.csv",
    "own/state/key",
    "installed/bin/writ",
    "work/one",
  ])
    writeFileSync(at(name), "");
  linkSync(at("work/one"), at("work/other"));
  symlinkSync("a.csv", at("work/inner"));
  symlinkSync(at("outside/c.csv"), at("work/outer"));
  symlinkSync(at("outside"), at("work/outer-folder"));
  symlinkSync(at("own/state"), at("work/sly"));
  symlinkSync(at("nowhere"), at("work/dangling"));
  symlinkSync("loop", at("work/loop"));
  spawnSync("/bin/sh", ["-c", 'mkfifo "$0"', at("work/pipe")]);
});
afterAll(() => rmSync(root, { recursive: true }));

const own = () => ({
  folders: ["own/state", "own/absent"].map(at),
  programs: ["installed", "node"].map(at),
});
const fix = (written: string, access: "read" | "write") =>
  fixPath(written, { access, cwd: at("work"), own: own() });

describe("fixPath", () => {
  test.each([
    ["a.csv", "read", "work/a.csv"],
    ["./data/../a.csv", "read", "work/a.csv"],
    ["data", "read", "work/data/"],
    ["data/", "read", "work/data/"],
    ["inner", "read", "work/a.csv"],
    ["../outside/c.csv", "read", "outside/c.csv"],
    ["a.csv", "write", "work/a.csv"],
    ["new.csv", "write", "work/new.csv"],
    ["../installed/bin/writ", "read", "installed/bin/writ"],
    ["../installed", "read", "installed/"],
    ["one", "read", "work/one"],
  ] as const)("fixes %s, to %s, as %s", (written, access, path) => {
    expect(fix(written, access)).toEqual({ kind: "fixed", path: at(path) });
  });

  test("takes an absolute path through a link, since it names no working folder to stay in", () => {
    expect(fix(at("work/outer"), "read")).toEqual({ kind: "fixed", path: at("outside/c.csv") });
  });

  test.each([
    ["outer", "read", /a symbolic link leads it out of the working folder, to .*outside\/c\.csv/],
    ["outer-folder/c.csv", "read", /out of the working folder/],
    ["outer-folder/new", "write", /out of the working folder/],
    ["dangling", "write", /leads nowhere/],
    ["/", "read", /every file there is/],
    ["/dev/zero", "read", /in \/dev is the system's/],
    ["/proc/self/environ", "read", /in \/proc is the system's/],
    ["/sys/kernel", "read", /in \/sys is the system's/],
    ["pipe", "read", /a device, a pipe or a socket/],
    ["data", "write", /only a single file can be written/],
    ["../own/state/key", "read", /one of writ's own/],
    ["../own/state/new", "write", /one of writ's own/],
    ["../own", "read", /writ's own files are in it/],
    ["../own/absent", "write", /one of writ's own/],
    ["../installed/bin/writ", "write", /a part of writ itself, in .*installed/],
    ["../installed/new", "write", /a part of writ itself, in .*installed/],
    ["../node", "write", /a part of writ itself, in .*node/],
    ["one", "write", /has 2 names \(hard links\)/],
  ] as const)("forbids %s to %s", (written, access, problem) => {
    expect(fix(written, access)).toEqual({ kind: "forbidden", problem: expect.stringMatching(problem) });
  });

  test("forbids writ's own files by whatever name", () => {
    expect(fix(at("work/sly/key"), "read")).toMatchObject({ kind: "forbidden", problem: /writ's own/ });
  });

  test.each([
    ["absent", "read", /no such file/],
    ["a.csv/x", "read", /a part of it is a file/],
    ["absent/new", "write", /the folder that it would lie in is not there/],
  ] as const)("misses %s to %s", (written, access, problem) => {
    expect(fix(written, access)).toEqual({ kind: "missing", problem: expect.stringMatching(problem) });
  });
});

describe("readyPath", () => {
  const problemOf = (path: string, access: "read" | "write") => {
    try {
      readyPath(path, access, { folders: [], programs: [at("installed")] });
      return "ready";
    } catch (error) {
      if (!(error instanceof WritError) || error.failure.kind !== "grant-unusable") throw error;
      return error.failure.detail;
    }
  };

  test("makes a missing file to write, empty and for its owner alone, and leaves one that is there", () => {
    expect(existsSync(at("work/made"))).toBe(false);
    expect(problemOf(at("work/made"), "write")).toBe("ready");
    expect([statSync(at("work/made")).size, statSync(at("work/made")).mode & 0o777]).toEqual([0, 0o600]);
    writeFileSync(at("work/made"), "kept");
    chmodSync(at("work/made"), 0o644);
    expect(problemOf(at("work/made"), "write")).toBe("ready");
    expect(readFileSync(at("work/made"), "utf8")).toBe("kept");
  });

  test.each([
    ["work/absent", "read", /no such file/],
    ["work/inner", "read", /approved as .*inner, and now it is .*a\.csv/],
    ["work/outer-folder/c.csv", "read", /and now it is .*outside\/c\.csv/],
    ["work/outer-folder/made", "write", /and now it is .*outside\/made/],
    ["work/data", "read", /and now it is .*data\//],
    ["work/other", "write", /has 2 names/],
    ["installed/bin/writ", "write", /a part of writ itself/],
  ] as const)("refuses %s to %s", (name, access, problem) => {
    expect(problemOf(at(name), access)).toMatch(problem);
    expect(existsSync(at("outside/made"))).toBe(false);
  });
});
