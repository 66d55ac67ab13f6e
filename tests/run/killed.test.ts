import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reachedHere } from "../support/this-machine.ts";

const reached = await reachedHere();

// The run holds the same stdout as the process that is killed: it closes once both are gone. The run itself is
// an endless loop, with a CPU limit far beyond the time this test has.
test.skipIf(reached.level !== "strong")("spawn leaves no run behind when its process is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "writ-killed-"));
  const parent = spawn(process.execPath, ["--no-warnings", "tests/support/endless-run.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((spoke) => parent.stdout.once("data", spoke));
  const closed = new Promise((done) => parent.stdout.on("close", done).resume());
  parent.kill("SIGKILL");
  await closed;
  expect(parent.signalCode ?? "SIGKILL").toBe("SIGKILL");
  rmSync(folder, { recursive: true });
});
