// What a run file is before it may be read: this user's alone, in folders that are; and made under the same settings.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reachedHere } from "../support/this-machine.ts";

const WRIT = resolve("bin/writ");
const { level } = await reachedHere();
const isRoot = process.geteuid!() === 0;
const NOBODY = 65534;

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-trust-"));
  writ();
});
afterEach(() => rmSync(home, { recursive: true }));

const state = (...parts: string[]) => join(home, ".local/state/writ", ...parts);
const RUN_FILE = "runs/shipped/select.sh";
const RIGHT = { status: 0, stdout: '{"line":"a"}\n' };
const REPLACED = { status: 0, stdout: "replaced\n" };

function writ({ name = "select", env = {} }: { name?: string; env?: NodeJS.ProcessEnv } = {}) {
  return spawnSync(WRIT, ["run", name], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, ...env },
    input: "a\n",
    encoding: "utf8",
  });
}

/** Another script in its place: whether the run file is read shows in the result. */
function replace(): void {
  writeFileSync(state(RUN_FILE), "echo replaced\nexit 0\n");
}

function configure(folder: string, text: string): void {
  mkdirSync(join(folder, "writ"), { recursive: true });
  writeFileSync(join(folder, "writ/config.toml"), text);
  utimesSync(join(folder, "writ/config.toml"), 1, 1);
}

describe.skipIf(level !== "strong")("a run file", () => {
  test.each(["", "runs", "runs/shipped", "runs/user", "stages", "runners", "approvals"])(
    "is not read where others can write to the folder '%s' of the state folder: 126",
    (folder) => {
      mkdirSync(state(folder), { recursive: true, mode: 0o700 });
      replace();
      expect(writ()).toMatchObject(REPLACED);
      for (const mode of [0o777, 0o720, 0o702]) {
        chmodSync(state(folder), mode);
        expect(writ()).toMatchObject({
          status: 126,
          stdout: "",
          stderr: expect.stringContaining("others can write to it"),
        });
      }
      chmodSync(state(folder), 0o755);
      expect(writ()).toMatchObject(REPLACED);
    },
  );

  test.each([0o666, 0o620, 0o602])(
    "is made again where its mode is %i, which others can write to",
    (mode) => {
      replace();
      chmodSync(state(RUN_FILE), mode);
      expect(writ()).toMatchObject(RIGHT);
      expect(readFileSync(state(RUN_FILE), "utf8")).toContain("Made by writ");
    },
  );

  test("is made again where it is a link, and what the link led to stays", () => {
    const other = join(home, "other.sh");
    writeFileSync(other, "echo replaced\nexit 0\n", { mode: 0o600 });
    rmSync(state(RUN_FILE));
    symlinkSync(other, state(RUN_FILE));
    expect(writ()).toMatchObject(RIGHT);
    expect(readFileSync(other, "utf8")).toContain("replaced");
  });

  test.each(["", "runs", "runs/shipped"])("is not read where the folder '%s' is a link", (folder) => {
    replace();
    renameSync(state(folder), join(home, "elsewhere"));
    symlinkSync(join(home, "elsewhere"), state(folder));
    expect(writ()).toMatchObject(RIGHT);
  });

  test.skipIf(!isRoot)("is not read where it or its folder belongs to somebody else", () => {
    replace();
    chownSync(state(RUN_FILE), NOBODY, NOBODY);
    expect(writ()).toMatchObject(RIGHT);
    replace();
    expect(writ()).toMatchObject(REPLACED);
    chownSync(state("runs/shipped"), NOBODY, NOBODY);
    expect(writ()).toMatchObject({
      status: 126,
      stderr: expect.stringContaining("it belongs to user 65534"),
    });
  });

  test("is not gone by where settings have come since, however old, or others are in use", () => {
    const folder = join(home, "other");
    configure(folder, '[output]\nform = "json"\n');
    const env = { XDG_CONFIG_HOME: folder };
    expect(JSON.parse(writ({ env }).stdout)).toEqual([{ line: "a" }]);
    expect(writ()).toMatchObject(RIGHT);
    configure(join(home, ".config"), '[output]\nform = "json"\n');
    expect(JSON.parse(writ().stdout)).toEqual([{ line: "a" }]);
    configure(join(home, ".config"), '[output]\nform = "csv"\n');
    expect(writ().stdout).toBe("line\na\n");
  });

  test("of one's own command is not gone by where the stored yes has other bytes, or the words have", () => {
    const own = { name: "mine" };
    const env = { PATH: process.env.PATH, HOME: home };
    const ask = ["-y", "-q", "--save", "mine", "the ten most frequent lines"];
    expect(spawnSync(WRIT, ask, { cwd: home, env, input: "a\n" }).status).toBe(0);
    const result = writ(own).stdout;
    expect(writ(own)).toMatchObject({ status: 0, stdout: result, stderr: "" });
    const approval = state("approvals", readdirSync(state("approvals"))[0]!);
    const yes = readFileSync(approval);
    writeFileSync(approval, "{}\n");
    expect(writ(own)).toMatchObject({ status: 126, stdout: "" });
    writeFileSync(approval, yes);
    expect(writ(own)).toMatchObject({ status: 0, stdout: result });
    const directive = join(home, ".local/share/writ/directives/mine.md");
    const words = readFileSync(directive, "utf8");
    writeFileSync(directive, words.replace("n: 10", "n: 3"));
    utimesSync(directive, 1, 1);
    expect(writ(own)).toMatchObject({ status: 126, stdout: "" });
  });

  test("is the long way's where the working folder is gone: 2", () => {
    const ran = spawnSync("/bin/sh", ["-c", `mkdir gone; cd gone; rmdir ../gone; ${WRIT} run select`], {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: home },
      input: "a\n",
      encoding: "utf8",
    });
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("writ: the folder you are in does not exist any more\n");
  });
});
