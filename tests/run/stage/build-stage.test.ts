// Stages that are run for real: beside each denial stands a control without the call that denies.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closedDescriptors } from "../../../src/run/layers/closed-descriptors.ts";
import { BARE, type LayerRequest } from "../../../src/run/layers/layer.ts";
import { resourceLimits } from "../../../src/run/layers/resource-limits.ts";
import { buildStage } from "../../../src/run/stage/build-stage.ts";
import type { Call } from "../../../src/run/stage/call.ts";
import { HEADERS_BYTES } from "../../../src/run/stage/elf.ts";

const folder = mkdtempSync(join(tmpdir(), "writ-stage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const EXIT_GROUP_7: Call = { call: "exit_group", args: [7] };

let made = 0;

function place(bytes: Uint8Array): string {
  const path = join(folder, `stage-${made++}`);
  writeFileSync(path, bytes);
  chmodSync(path, 0o700);
  return path;
}

function start(calls: readonly Call[], script: string, program = "/bin/sh") {
  const path = place(
    buildStage({ machine: "x64", calls, program, env: { GREETING: "hello there", TZ: "UTC" } }),
  );
  const extra = openSync("/dev/null", "r");
  const { status, stdout, signal } = spawnSync(path, ["sh", "-c", script, "sh", "a b"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", extra],
    env: { SECRET: "x" },
  });
  return { status, signal, stdout: stdout.trim() };
}

describe.skipIf(`${process.platform}-${process.arch}` !== "linux-x64")("a stage", () => {
  test("becomes its program, with arguments passed on and the environment it was made with", () => {
    const { status, stdout } = start([], 'echo "$0|$1|$GREETING|$TZ|$SECRET"; exit 3');
    expect([status, stdout]).toEqual([3, "sh|a b|hello there|UTC|"]);
  });

  test("passes on the variables it names, and no other", () => {
    const script = 'echo "$GREETING|$WRITENV_A|$WRITENV_B|$SECRET|$PATHLIKE"; /usr/bin/env | wc -l';
    const path = place(
      buildStage({
        machine: "x64",
        calls: [],
        program: "/bin/sh",
        env: { GREETING: "hi" },
        passes: ["WRITENV_A", "WRITENV_B"],
      }),
    );
    const passed = (env: Record<string, string>) =>
      spawnSync(path, ["sh", "-c", script], { encoding: "utf8", env });
    const env = { SECRET: "x", WRITENV_A: "one two", PATHLIKE: "WRITENV_", WRITENV: "no" };
    // The shell adds its own PWD.
    expect(passed({ ...env, WRITENV_B: "=" }).stdout).toBe("hi|one two|=||\n4\n");
    expect(passed(env).stdout).toBe("hi|one two|||\n3\n");
    const tooMany = passed({ ...env, WRITENV_B: "2", WRITENV_C: "3" });
    expect([tooMany.status, tooMany.stdout]).toEqual([125, ""]);
  });

  test("keeps no value of a passed variable in its file", () => {
    const stage = { machine: "x64" as const, calls: [], program: "/bin/sh", env: {}, passes: ["WRITENV_A"] };
    expect(Buffer.from(buildStage(stage)).includes("WRITENV_A")).toBe(false);
  });

  test("makes its calls in order, with their arguments", () => {
    expect(start([{ call: "close", args: [1] }, EXIT_GROUP_7], "").status).toBe(7);
    expect(start([EXIT_GROUP_7, { call: "close", args: [99] }], "").status).toBe(7);
  });

  test("ends with 125 where a call fails, and goes on where it may", () => {
    const failing: Call = { call: "close", args: [99] };
    expect(start([failing], "exit 0").status).toBe(125);
    expect(start([{ ...failing, most: -1 }], "exit 0").status).toBe(0);
  });

  test("ends with 125 where a result is larger than it may be", () => {
    const open: Call = { call: "openat", args: [-100, { text: "/dev/null" }, 0, 0] };
    expect(start([{ ...open, most: 1 }], "exit 0").status).toBe(125);
    expect(start([{ ...open, most: 9 }], "exit 0").status).toBe(0);
  });

  test("ends with 126 where the program cannot be started", () => {
    expect(start([], "exit 0", join(folder, "nothing")).status).toBe(126);
  });

  test("has closed every descriptor but three (control: without the layer one is open)", () => {
    const script = "ls /proc/self/fd | wc -l; [ -e /proc/self/fd/3 ] && readlink /proc/$$/fd/3";
    expect(start([], script).stdout).toContain("/dev/null");
    expect(start(closedDescriptors.apply(BARE, {} as LayerRequest).calls, script).stdout).not.toContain(
      "null",
    );
  });

  test("sets limits, and leaves a stricter one as it is", () => {
    const rlimits = [
      { resource: "files", soft: 33, hard: 34 },
      { resource: "core", soft: 0, hard: 0 },
      { resource: "data", soft: 64 * 1024 * 1024, hard: 64 * 1024 * 1024 },
    ] as const;
    const request = { rlimits, level: "strong" } as unknown as LayerRequest;
    const script = 'echo "$(ulimit -S -n) $(ulimit -H -n) $(ulimit -c) $(ulimit -d)"';
    expect(start(resourceLimits.apply(BARE, request).calls, script).stdout).toBe("33 34 0 65536");
  });

  test("is the same for the same calls", () => {
    const stage = { machine: "x64" as const, calls: [EXIT_GROUP_7], program: "/bin/sh", env: {} };
    expect(Buffer.from(buildStage(stage)).equals(buildStage(structuredClone(stage)))).toBe(true);
  });

  test("that lost its end does not start its program, whatever is missing", () => {
    const whole = buildStage({
      machine: "x64",
      calls: [{ call: "getppid", args: [], most: 2 ** 31 }],
      program: "/bin/sh",
      env: {},
    });
    expect(spawnSync(place(whole), ["sh", "-c", "echo ran"]).stdout.toString()).toBe("ran\n");
    // What is shorter than its headers is no program at all: whoever starts it may take it for a shell script.
    for (let length = HEADERS_BYTES; length < whole.length; length += 8) {
      const { stdout, status } = spawnSync(place(whole.subarray(0, length)), ["sh", "-c", "echo ran"], {
        cwd: folder,
      });
      expect([length, `${stdout}`, status === 0]).toEqual([length, "", false]);
    }
    expect(spawnSync(place(whole.subarray(0, whole.length - 8))).status).toBe(125);
  });
});
