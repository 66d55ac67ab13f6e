import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

test("every accident ends by its limit, and memory stays near its own", { timeout: 240_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, [resolve("scripts/accidents.ts"), "--times", "1"], {
    encoding: "utf8",
  });
  const files = readdirSync("tests/hostile/accidents");
  expect(files.length).toBeGreaterThanOrEqual(30);
  expect(stdout).not.toContain("✗");
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(`${files.length} of ${files.length} as they must`),
  ]);
});
