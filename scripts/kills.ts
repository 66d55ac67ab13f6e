// npm run kills [-- N]: N runs of a kept command (200 unless said) whose parent is killed, with SIGKILL, at a random
// moment: half of them on the short way, half attended by Node. Exit 1 where a process or input data stays behind.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gone, processesWith } from "../tests/support/processes.ts";

const times = Number(process.argv[2] ?? 200);
if (!Number.isInteger(times) || times < 1) {
  console.error(`kills: ${process.argv[2]} is no number of runs`);
  process.exit(2);
}
const WRIT = resolve(import.meta.dirname, "../bin/writ");
const LATEST_MS = 250;
const GONE_MS = 5000;

// Below it is everything that these runs may write; its name is on the command line of every process of theirs.
const home = mkdtempSync(join(tmpdir(), "writ-kills-"));
const secret = `data-${process.pid}-of-a-killed-run`;
const data = join(home, "data.ndjson");
const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home };
writeFileSync(data, `{"a":"${secret}"}\n`.repeat(20_000));
spawnSync(WRIT, ["run", "select", data], { env });
const before = new Set(files());

let wrong = 0;
try {
  for (let i = 0; i < times; i++) {
    const run = start(i % 2 === 0 ? ["run", "select"] : ["run", "-q", "select"]);
    await pause(Math.random() * LATEST_MS);
    run.kill("SIGKILL");
    const left = await Promise.race([
      gone(home).then(() => []),
      pause(GONE_MS).then(() => processesWith(home)),
    ]);
    if (left.length === 0) continue;
    wrong++;
    console.error(`run ${i}: left ${left.join(", ")}`);
    for (const pid of left) process.kill(pid, "SIGKILL");
  }
  const kept = files().filter((path) => !before.has(path) && path !== data);
  const told = kept.filter((path) => readFileSync(path).includes(secret));
  if (told.length > 0) console.error(`input data stayed in ${told.join(", ")}`);
  const temporary = kept.filter((path) => !path.startsWith(join(home, ".local/state/writ/")));
  if (temporary.length > 0) console.error(`files stayed: ${temporary.join(", ")}`);
  console.log(
    `${times} runs killed: ${wrong} left a process, ${told.length + temporary.length} files stayed`,
  );
  process.exitCode = wrong + told.length + temporary.length > 0 ? 1 : 0;
} finally {
  rmSync(home, { recursive: true });
}

/** A run that never ends by itself: its input stays open. */
function start(words: readonly string[]): ChildProcess {
  const child = spawn(WRIT, [...words, `--where=a!=${home}`], { env, stdio: ["pipe", "ignore", "ignore"] });
  child.stdin!.on("error", () => {});
  child.stdin!.write(`{"a":"${secret}"}\n`);
  return child;
}

function files(): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isFIFO())
    .map((entry) => join(entry.parentPath, entry.name));
}
