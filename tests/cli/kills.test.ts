import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

test("runs whose parent is killed at any moment leave no process and no data", { timeout: 120_000 }, () => {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve("scripts/kills.ts"), "12"], {
    encoding: "utf8",
  });
  expect([stdout, stderr.replace(/^.*ExperimentalWarning[\s\S]*$/m, "")]).toEqual([
    "12 runs killed: 0 left a process, 0 files stayed\n",
    "",
  ]);
});
