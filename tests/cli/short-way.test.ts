// The short way of a kept command, as `bin/writ` goes it: what it starts, what it does with what is damaged, and how
// it ends.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gone, processesWith } from "../support/processes.ts";
import { openTerminal } from "../support/terminal.ts";
import { reachedHere } from "../support/this-machine.ts";

const WRIT = resolve("bin/writ");
const { level } = await reachedHere();

let home = "";
let env: NodeJS.ProcessEnv = {};
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "writ-short-way-"));
  env = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8" };
  writ("select");
});
afterAll(() => rmSync(home, { recursive: true }));

const state = (...parts: string[]) => join(home, ".local/state/writ", ...parts);

function writ(...words: readonly string[]) {
  return spawnSync(WRIT, ["run", ...words], { cwd: home, env, input: "a\nb\n", encoding: "utf8" });
}

const canTrace = spawnSync("strace", ["-f", "-e", "trace=none", "true"]).status === 0;

/** The programs that a run starts, by their last names, in order. */
function programs(...words: readonly string[]): readonly string[] {
  const trace = join(home, "trace");
  spawnSync("strace", ["-f", "-e", "trace=execve", "-o", trace, WRIT, "run", ...words], {
    cwd: home,
    env,
    input: "a\n",
  });
  return readFileSync(trace, "utf8")
    .split("\n")
    .flatMap((line) => /execve\("(?:[^"]*\/)?([^/"]+)".* = 0$/.exec(line)?.[1] ?? []);
}

describe.skipIf(level !== "strong")("the short way", () => {
  test.skipIf(!canTrace)("starts no Node, and the long way does", () => {
    const stage = basename(used("stages"));
    expect(programs("select")).toEqual(["writ", "stat", "sha256sum", stage, "deno"]);
    expect(programs("-q", "select")).toContain("node");
  });

  test.each([
    ["a stage that was cut short", "stages" as const, (path: string) => truncateSync(path, 200)],
    ["a stage with another byte", "stages" as const, (path: string) => flip(path)],
    [
      "a runner that goes on",
      "runners" as const,
      (path: string) => appendFileSync(path, "console.log('more')\n"),
    ],
    ["a runner that is gone", "runners" as const, (path: string) => rmSync(path)],
  ])("does not use %s: the long way makes it again", (_name, folder, damage) => {
    const path = used(folder);
    const before = readFileSync(path);
    damage(path);
    const isThere = existsSync(path);
    const ran = writ("select");
    expect(ran).toMatchObject({ status: 0, stdout: '{"line":"a"}\n{"line":"b"}\n' });
    expect(ran.stderr).toBe(isThere ? `writ: ${path} was not as writ had made it, and was made again\n` : "");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("leaves a compressed FILE to the long way, and names gzip on stdin with 65", () => {
    const packed = spawnSync("gzip", [], { input: "a\n" }).stdout;
    writeFileSync(join(home, "a.gz"), packed);
    expect(writ("select", "a.gz")).toMatchObject({ status: 0, stdout: '{"line":"a"}\n' });
    const piped = spawnSync(WRIT, ["run", "select"], { cwd: home, env, input: packed, encoding: "utf8" });
    expect(piped).toMatchObject({ status: 65, stderr: expect.stringContaining("zcat FILE | writ") });
  });

  test("ends with 66 where its input breaks while it is read", () => {
    const folder = spawnSync("/bin/sh", ["-c", `${WRIT} run select < . `], {
      cwd: home,
      env,
      encoding: "utf8",
    });
    expect(folder.status).toBe(66);
  });

  test("keeps the limit on time that a command was approved with", () => {
    const save = ["-y", "-q", "--time", "400ms", "--save", "quick", "the ten most frequent lines"];
    expect(spawnSync(WRIT, save, { cwd: home, env, input: "a\n" }).status).toBe(0);
    expect(writ("quick").status).toBe(0);
    const held = spawnSync("/bin/sh", ["-c", `mkfifo held; exec 3<>held; ${WRIT} run quick <held`], {
      cwd: home,
      env,
      encoding: "utf8",
    });
    expect(held).toMatchObject({
      status: 124,
      stderr: "writ: quick: stopped after 400 ms of time (limit 400 ms): raise it with --time 3s\n",
    });
    rmSync(join(home, "held"));
  });

  test("keeps it where whoever starts it ignores the signal that ends it", () => {
    const script = `trap '' ALRM; mkfifo held; exec 3<>held; ${WRIT} run quick <held`;
    expect(spawnSync("/bin/sh", ["-c", script], { cwd: home, env }).status).toBe(124);
  });

  test("shows a terminal no control characters on stderr, and keeps the exit code", async () => {
    const words = "--where '\u001b[31m\u009by\u202e==1'";
    const terminal = openTerminal("/bin/sh", ["-c", `printf 'a\\n' | ${WRIT} run select ${words} > shown`], {
      cwd: home,
      env: { HOME: home },
    });
    expect(await terminal.exit).toBe(1);
    expect(terminal.raw()).toContain("\\u{1b}[31m\\u{9b}y\\u{202e}");
    expect(terminal.raw()).not.toMatch(/[\u001b\u0080-\u009f\u202e]/);
    expect(readFileSync(state("runs/shipped/select.sh"), "utf8")).toContain("/sed -f");
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGKILL", null],
  ] as const)("leaves no process behind after %s", async (signal, code) => {
    const run = await started();
    run.child.kill(signal);
    expect(await run.ended).toBe(code);
    await gone(run.mark);
  });

  test("leaves no process behind where nobody reads the result any more", async () => {
    const run = await started();
    run.child.stdout.destroy();
    run.child.stdin.write('{"a":2}\n');
    expect(await run.ended).toBe(0);
    await gone(run.mark);
  });
});

test("the long way opens no debugger for SIGUSR1, and goes on", async () => {
  const child = spawn(WRIT, ["run", "-q", "select"], { cwd: home, env });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const next = () => new Promise((data) => child.stdout.once("data", data));
  const ended = new Promise((end) => child.on("close", end));
  child.stdin.write('{"a":1}\n');
  await next();
  child.kill("SIGUSR1");
  child.stdin.write('{"a":2}\n');
  await next();
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(said).toBe("");
});

let runs = 0;

/** A run that has shown its first line, and waits for more; all of its processes have `mark` in their environment. */
async function started() {
  // The engine's environment is its own: it is known by the options of the snippet.
  const mark = `mark-${process.pid}-${runs++}`;
  const child: ChildProcessWithoutNullStreams = spawn(WRIT, ["run", "select", `--where=a!=${mark}`], {
    cwd: home,
    env,
  });
  child.stdin.on("error", () => {});
  const ended = new Promise((end) => child.on("exit", end));
  const first = new Promise((data) => child.stdout.once("data", data));
  child.stdin.write('{"a":1}\n');
  await first;
  expect(processesWith(mark).length).toBe(2);
  return { child, ended, mark };
}

/** The file of a folder that the run file names. */
function used(folder: "stages" | "runners"): string {
  const text = readFileSync(state("runs/shipped/select.sh"), "utf8");
  return new RegExp(`  (/.*/${folder}/\\w+(?:\\.mjs)?)$`, "m").exec(text)![1]!;
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[300] = bytes[300]! ^ 1;
  writeFileSync(path, bytes);
}
