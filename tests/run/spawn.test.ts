import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findEngine } from "../../src/run/engine.ts";
import { planRun } from "../../src/run/plan.ts";
import { runnerModule } from "../../src/run/runner-module.ts";
import { spawn } from "../../src/run/spawn.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ-spawn-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A run that is fed `head` and then `rest`, and counts lines. */
async function count(head: string, rest: Readable | null) {
  const javascript = "export default (input) => input.lines().reduce((n) => n + 1, 0);";
  const schema = { summary: "", options: [] };
  const runner = runnerModule({ guest: resolve("dist/guest.txt"), javascript, schema, capabilities: [] });
  writeFileSync(join(folder, runner.name), runner.text);
  const plan = planRun({
    face: "attended",
    reached: { level: "engine-only", missing: "" },
    engine: findEngine(),
    stages: folder,
    guest: resolve("dist/guest.txt"),
    runner: join(folder, runner.name),
    helpers: resolve("dist/writ.mjs"),
    limits: DRAFT_LIMITS,
    argv: [],
    feed: { kind: "pump" },
    capabilities: [],
    invocation: {
      inputs: [{ name: "stdin", path: null }],
      from: "lines",
      output: "auto",
      maxOutputBytes: null,
      header: true,
    },
  });
  let stdout = "";
  const outcome = await spawn(
    plan,
    {
      feeding: { head: Buffer.from(head), rest },
      stdout: (chunk) => {
        stdout += chunk;
      },
      stderr: () => {},
    },
    new AbortController().signal,
  );
  return { outcome, stdout };
}

describe("spawn with a pumped input", () => {
  test("feeds what was sampled first, then the rest, and loses no byte", async () => {
    const { outcome, stdout } = await count(
      "1\n2\n3",
      Readable.from([Buffer.from("3\n"), Buffer.from("4\n5")]),
    );
    expect([outcome.kind, stdout]).toEqual(["done", "5\n"]);
  });

  test("does not take an input that broke off for all of it", async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error("input/output error"), { code: "EIO" }));
      },
    });
    const { outcome, stdout } = await count("1\n2\n", broken);
    expect(outcome).toMatchObject({ kind: "input-failed", detail: "EIO" });
    expect(stdout).toBe("");
  });
});
