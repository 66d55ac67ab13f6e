// npm run accidents [-- --times 5]: every accident of tests/hostile/accidents, run as an approved snippet with one
// second of CPU and 256 MB: how it ended, and how far over its limit its memory went, over an empty snippet's. Exit 1
// where an ending is wrong or memory goes over by 20 % of the limit.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { reachedHere } from "../tests/support/this-machine.ts";
import { expectationAt, readHead } from "./hostile/attack-file.ts";
import { layBait } from "./hostile/bait.ts";
import { type Report, runAttack } from "./hostile/run-attack.ts";

const MIB = 1024 * 1024;
const LIMITS = { cpuMs: 1000, memoryBytes: 256 * MIB, wallMs: 60_000 };
const OVER_MOST = 0.2;
const FOLDER = resolve(import.meta.dirname, "../tests/hostile/accidents");

const { values } = parseArgs({ options: { times: { type: "string", default: "5" } } });
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  console.error(`accidents: --times is ${values.times}, and must be a whole number from 1`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "writ-accidents-"));
const bait = await layBait();
try {
  const reached = await reachedHere();
  const run = (path: string, name: string) =>
    runAttack({ path, name, bait, reached, dist: resolve(import.meta.dirname, "../dist"), limits: LIMITS });

  writeFileSync(join(scratch, "empty.ts"), "export default () => {};\n");
  const idleBytes = (await run(join(scratch, "empty.ts"), "empty.ts")).peakBytes;
  console.log(`${times} times each at ${reached.level}; an empty snippet uses ${mib(idleBytes)} MB`);
  const names = readdirSync(FOLDER).sort();
  let wrong = 0;
  for (const name of names) {
    const path = join(FOLDER, name);
    const expected = expectationAt(readHead(readFileSync(path, "utf8")), reached.level)!;
    const reports: Report[] = [];
    for (let i = 0; i < times; i++) reports.push(await run(path, name));
    const over = Math.max(...reports.map(({ peakBytes }) => peakBytes - idleBytes - LIMITS.memoryBytes));
    const isRight =
      over < OVER_MOST * LIMITS.memoryBytes &&
      reports.every(
        ({ outcome, breaches }) =>
          breaches.length === 0 && expected.endings.some((one) => wordOf(one) === wordOf(outcome)),
      );
    if (!isRight) wrong++;
    const endings = [...new Set(reports.map(({ outcome, exitCode }) => `${wordOf(outcome)} (${exitCode})`))];
    const memory = `${over > 0 ? "+" : ""}${mib(over)} MB`;
    console.log(`${isRight ? "✓" : "✗"} ${name.padEnd(26)} ${memory.padStart(9)}  ${endings.join(", ")}`);
  }
  console.log(`${names.length - wrong} of ${names.length} as they must`);
  if (wrong > 0) process.exitCode = 1;
} finally {
  await bait.close();
  rmSync(scratch, { recursive: true });
}

function wordOf(ending: { readonly kind: string; readonly limit?: string }): string {
  return ending.limit === undefined ? ending.kind : `${ending.kind} ${ending.limit}`;
}

function mib(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}
