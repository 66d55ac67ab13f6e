// The real bin/writ in a real pseudo-terminal, fed through a named pipe for as long as the test wants.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTerminal, type Terminal } from "../support/terminal.ts";

const LINES = "10.0.0.1 200\n10.0.0.2 404\n10.0.0.1 200\n".repeat(100);

let home = "";
let terminal: Terminal | null = null;
let feed: NodeJS.Timeout | undefined;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "writ-home-"));
  execFileSync("sh", ["-c", `mkfifo ${join(home, "pipe")}`]);
});
afterEach(() => {
  clearInterval(feed);
  terminal?.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

function start(words: string): { stop(): void } {
  const pipe = openSync(join(home, "pipe"), "r+");
  feed = setInterval(() => writeSync(pipe, LINES), 50);
  terminal = openTerminal("sh", ["-c", `cd ${home}; ${resolve("bin/writ")} run ${words}; echo "rc $?"`], {
    env: { HOME: home },
  });
  return {
    stop() {
      clearInterval(feed);
      closeSync(pipe);
    },
  };
}

test("long work tells how far it is, and nothing of that stays", async () => {
  const input = start("top-values --column 2 pipe > out");
  await terminal!.until(/K, [\d,]+ records/);
  input.stop();
  await terminal!.until("rc 0");
  expect(terminal!.transcript().trim()).toBe("rc 0");
  expect(readFileSync(join(home, "out"), "utf8")).toMatch(/^\{"value":"200","count":\d+\}\n/);
});

test("rows on the same terminal are whole, with nothing of it between them", async () => {
  const input = start("select pipe -o lines");
  await terminal!.until(/K, [\d,]+ records/);
  input.stop();
  await terminal!.until("rc 0");
  const rows = terminal!.transcript().trim().split("\n").slice(0, -1);
  expect(rows.filter((row) => !/^10\.0\.0\.[12] (200|404)$/.test(row))).toEqual([]);
});

test("with -q, and where stderr is no terminal, the program is not even asked how far it is", async () => {
  const plan = "run --plan top-values --column 1 /dev/null";
  const writ = resolve("bin/writ");
  const runs = `${writ} ${plan} > shown; ${writ} ${plan.replace("run", "run -q")} > quiet; ${writ} ${plan} > piped 2> err`;
  terminal = openTerminal("sh", ["-c", `cd ${home}; ${runs}; echo "rc $?"`], { env: { HOME: home } });
  await terminal.until("rc 0");
  const asks = (name: string) => readFileSync(join(home, name), "utf8").search(/everyMs\\\\?":\d/) >= 0;
  expect([asks("shown"), asks("quiet"), asks("piped")]).toEqual([true, false, false]);
});
