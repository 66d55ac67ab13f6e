// The stage's table walked by perl: it does what the stage itself does, from a file that cannot be executed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { layStage } from "../../../src/run/stage/build-stage.ts";
import type { Call } from "../../../src/run/stage/call.ts";
import { perlStage } from "../../../src/run/stage/perl.ts";

const PERL = "/usr/bin/perl";
const folder = mkdtempSync(join(tmpdir(), "writ-perl-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Asked {
  readonly calls?: readonly Call[];
  readonly program?: string;
  readonly passes?: readonly string[];
  readonly change?: (bytes: Uint8Array) => Uint8Array;
}

function start(script: string, { calls = [], program = "/bin/sh", passes = [], change }: Asked = {}) {
  const env = { GREETING: "hello there" };
  const laid = layStage({ machine: "x64", calls, program, env, passes });
  const path = join(folder, "stage");
  writeFileSync(path, change ? change(laid.bytes) : laid.bytes, { mode: 0o600 });
  const { status, stdout } = spawnSync(
    PERL,
    ["-f", "-e", perlStage("x64", laid, passes), path, "sh", "-c", script, "sh", "a b"],
    { encoding: "utf8", env: { SECRET: "x", WRITENV_A: "granted = $HOME", PATH: "/bin" } },
  );
  return [status, stdout.trim()];
}

const here = `${process.platform}-${process.arch}` === "linux-x64" && existsSync(PERL);

describe.skipIf(!here)("perl in the stage's place", () => {
  test("becomes the program, with its arguments and the stage's environment alone", () => {
    expect(start('echo "$0|$1|$GREETING|$SECRET|$WRITENV_A"; exit 3')).toEqual([125, ""]);
    const passes = ["WRITENV_A"];
    expect(start('echo "$0|$1|$GREETING|$SECRET|$WRITENV_A"; exit 3', { passes })).toEqual([
      3,
      "sh|a b|hello there||granted = $HOME",
    ]);
  });

  test("ends with 125 where a call fails or gives more than it may, and goes on where it may fail", () => {
    const passes = ["WRITENV_A"];
    const failing: Call = { call: "close", args: [99] };
    const opening: Call = { call: "openat", args: [-100, { text: "/dev/null" }, 0, 0] };
    expect(start("exit 0", { passes, calls: [failing] })).toEqual([125, ""]);
    expect(start("exit 0", { passes, calls: [{ ...failing, most: -1 }] })).toEqual([0, ""]);
    expect(start("exit 0", { passes, calls: [{ ...opening, most: 1 }] })).toEqual([125, ""]);
    expect(start("exit 0", { passes, calls: [{ ...opening, most: 9 }] })).toEqual([0, ""]);
  });

  test("ends with 126 where the program cannot be started", () => {
    expect(start("exit 0", { passes: ["WRITENV_A"], program: join(folder, "none") })).toEqual([126, ""]);
  });

  test("lets no other program be started once the filter is on, but the one that the stage names", () => {
    const allowed = [
      "read",
      "write",
      "close",
      "mmap",
      "mprotect",
      "brk",
      "fstat",
      "newfstatat",
      "openat",
    ] as const;
    const more = ["pread64", "access", "arch_prctl", "set_tid_address", "set_robust_list", "rseq"] as const;
    const rest = [
      "prlimit64",
      "munmap",
      "getrandom",
      "exit_group",
      "getuid",
      "getpid",
      "rt_sigaction",
    ] as const;
    const filter = {
      plain: [
        ...allowed,
        ...more,
        ...rest,
        "getppid",
        "geteuid",
        "stat",
        "getgid",
        "getegid",
        "rt_sigprocmask",
      ],
      checked: [{ call: "execve", arg: 0, is: "stagePath" }],
      answered: [],
    } as const;
    const calls: readonly Call[] = [
      { call: "prctl", args: [38, 1, 0, 0, 0] },
      { call: "seccomp", args: [1, 0, { filter }] },
    ];
    const passes = ["WRITENV_A"];
    expect(start("exec /bin/true", { passes })).toEqual([0, ""]);
    expect(start("echo in; exec /bin/true", { passes, calls })).toEqual([126, "in"]);
  });

  test.each([
    ["a byte shorter", (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ["a byte longer", (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.alloc(1)])],
    ["empty", () => new Uint8Array()],
    [
      "without its end of the table",
      (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, i) => (i < bytes.length - 8 ? byte : 0)),
    ],
  ])("refuses a stage that is %s", (_what, change) => {
    expect(start("echo ran", { passes: ["WRITENV_A"], change })).toEqual([125, ""]);
  });
});
