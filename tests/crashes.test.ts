import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findTorn } from "../scripts/crashes/find-torn.ts";

test("writ that is killed at random moments leaves nothing torn, and starts again", {
  timeout: 120_000,
}, () => {
  const ran = spawnSync(process.execPath, ["scripts/crashes.ts", "14"], { encoding: "utf8" });
  expect(ran.stdout).not.toContain("FAIL");
  expect({ exit: ran.status, stderr: ran.stderr }).toEqual({ exit: 0, stderr: "" });
});

describe("findTorn", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "writ-torn-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  test.each([
    ["consents.json", '{"v":1,"ho', /JSON/],
    ["history.jsonl", '{"v":1}\n{"v"', /its last line is torn/],
    ["history.jsonl", '{"v":1}\n{"v"\n', /JSON/],
    ["runs/user/a.sh", 'echo "half', /sh cannot read it/],
    ["stages/abc", "half", /it is no ELF file/],
  ])("names %s with %j", (name, text, fault) => {
    write(name, text);
    expect(findTorn(home)).toEqual([expect.stringMatching(fault)]);
  });

  test.each([
    ["consents.json", '{"v":1}'],
    ["history.jsonl", '{"v":1}\n'],
    ["runs/user/a.sh", "echo whole\n"],
    ["consents.json.12.0123abcd.tmp", '{"v'],
  ])("has nothing to say of %s with %j", (name, text) => {
    write(name, text);
    expect(findTorn(home)).toEqual([]);
  });

  test("names what others may read", () => {
    write("consents.json", "{}", 0o644);
    expect(findTorn(home)).toEqual([expect.stringMatching(/others may use it \(644\)/)]);
  });

  function write(name: string, text: string, mode = 0o600): void {
    const path = join(home, ".local/state/writ", name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode });
  }
});
