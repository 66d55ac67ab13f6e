import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reached } from "../../src/run/reached.ts";
import { gone } from "../support/processes.ts";
import { lookedHere, reachedHere } from "../support/this-machine.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-killed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Start an endless run, kill who started it as soon as something is on its stdout, and wait for the end of all of it. */
async function killed(reached: Reached): Promise<string> {
  const words = ["--no-warnings", "tests/support/endless-run.ts", folder, JSON.stringify(reached)];
  const parent = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const first = await new Promise<Buffer>((spoke) => parent.stdout.once("data", spoke));
  const closed = new Promise((done) => parent.stdout.on("close", done).resume());
  parent.kill("SIGKILL");
  await closed;
  await gone(folder);
  return first.toString("latin1");
}

const reached = await reachedHere();

// The run holds the same stdout as the process that is killed: it closes once both are gone. The run itself is
// an endless loop, with a CPU limit far beyond the time this test has.
test.skipIf(reached.level !== "strong")("spawn leaves no run behind when its process is killed", async () => {
  expect(await killed(reached)).toMatch(/^x+$/);
});

describe.each(["full", "namespace"] as const)("at %s", async (wall) => {
  const looked = await lookedHere(wall);
  const inside = looked.kind === "reached" && "bubblewrap" in looked.reached ? looked.reached : null;

  test.skipIf(!inside)("spawn leaves no run behind when its process is killed", async () => {
    expect(await killed(inside!)).toMatch(/^x+$/);
  });

  // Before bubblewrap binds its processes' lives to one another: a program in its place says that it is there, and stays.
  test.skipIf(!inside)(
    "spawn leaves nothing behind when its process is killed during the start",
    async () => {
      const bubblewrap = join(folder, "bwrap");
      writeFileSync(bubblewrap, "#!/bin/sh\necho started\nsleep 600 &\nwait\n");
      chmodSync(bubblewrap, 0o700);
      expect(await killed({ ...inside!, bubblewrap })).toBe("started\n");
    },
  );
});
