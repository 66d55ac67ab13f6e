// npm run bench:latency [-- --lines N] [--json]: how long after a live producer wrote a line the line is out again, in
// milliseconds: `tail -f FILE | writ run NAME | …`, and `cat` in writ's place. Printed and not judged: whoever else runs on
// the machine is in these figures.
import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { FOLDER } from "./data.ts";

const { values: flags } = parseArgs({
  options: { lines: { type: "string", default: "50" }, json: { type: "boolean" } },
});
const LINES = Number(flags.lines);
/** A line comes when everything has long been idle. */
const PAUSE_MS = 40;

const home = resolve(FOLDER);
mkdirSync(home, { recursive: true });

const CONTENDERS = [
  { name: "cat", line: "cat" },
  { name: "writ run unique --from lines", line: "bin/writ run unique --from lines" },
  { name: "writ run select --from ndjson", line: "bin/writ run select --from ndjson" },
] as const;

const rows = [];
for (const { name, line } of CONTENDERS) rows.push({ name, ...(await latencies(line)) });
if (flags.json) console.log(JSON.stringify(rows, null, 2));
else {
  console.log(`from a line's last byte to the line in the result, ${LINES} lines, tail -f in front`);
  for (const { name, median, most } of rows)
    console.log(`  ${name.padEnd(30)} median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms`);
}

async function latencies(line: string): Promise<{ readonly median: number; readonly most: number }> {
  const file = `${home}/live.ndjson`;
  writeFileSync(file, "");
  const child = spawn("sh", ["-c", `tail -n +1 -f ${file} | ${line} | cat`], {
    env: { PATH: process.env.PATH, HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  try {
    // The first lines are answered once everything has started.
    for (let i = 0; i < 5; i++) await answered(child, file, -1 - i);
    const taken: number[] = [];
    for (let i = 0; i < LINES; i++) {
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
      taken.push(await answered(child, file, i));
    }
    taken.sort((a, b) => a - b);
    return { median: taken[Math.floor(LINES / 2)]!, most: taken.at(-1)! };
  } finally {
    process.kill(-child.pid!, "SIGTERM");
  }
}

/** Write one line and wait for it. */
function answered({ stdout }: ChildProcess, file: string, number: number): Promise<number> {
  return new Promise((done) => {
    const startMs = performance.now();
    stdout!.once("data", () => done(performance.now() - startMs));
    appendFileSync(file, `{"line":${number}}\n`);
  });
}
