// npm run bench:check [-- --check]: the static check of texts of 50, 200 and 1,000 lines and of 1 MB, first in a process
// of its own with a parser that is not loaded (cold), then again and again (warm), all in one run. --check ends with 1
// where 200 lines take more than 5 ms and a quarter, or the time for a byte is not flat.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { check } from "../src/check/check.ts";

const LINES_AIM_MS = 5;
const TOLERANCE = 1.25;
// 1 MB may cost a byte at most so many times what a byte of 1,000 lines costs.
const FLAT_AIM = 1.5;
const WARM_RUNS = 40;
const COLD_RUNS = 2;

interface Text {
  readonly name: string;
  readonly code: string;
}

const TEXTS: readonly Text[] = [
  { name: "50 lines", code: textOf(({ lines }) => lines >= 45) },
  { name: "200 lines", code: textOf(({ lines }) => lines >= 190) },
  { name: "1,000 lines", code: textOf(({ lines }) => lines >= 990) },
  { name: "1 MB", code: textOf(({ length }) => length >= 1_000_000) },
];

/** A snippet that counts, with as many functions of its own as it takes. */
function textOf(isEnough: (size: Size) => boolean): string {
  const begin = readFileSync(new URL("../snippets/top-values.ts", import.meta.url), "utf8");
  const parts = [begin];
  const size = { length: begin.length, lines: begin.split("\n").length };
  while (!isEnough(size)) {
    const part = functions(parts.length);
    parts.push(part);
    size.length += part.length;
    size.lines += part.split("\n").length - 1;
  }
  return parts.join("");
}

interface Size {
  readonly length: number;
  readonly lines: number;
}

/** What snippets are made of: types, loops over records, maps, templates, a regular expression. */
function functions(n: number): string {
  return `
interface Row${n} {
  readonly name: string;
  readonly total: number;
}

/** Sum up what each name has, but for one. */
function sumUp${n}(rows: Iterable<Row${n}>, but: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { name, total } of rows) {
    if (name === but || total < ${n}) continue;
    totals.set(name, (totals.get(name) ?? 0) + total * 2);
  }
  return new Map([...totals].sort((a, b) => b[1] - a[1]).slice(0, 10));
}

const wordsOf${n} = (line: string): readonly string[] =>
  (line.match(/[a-z]+-\\d{${(n % 9) + 1}}/g) ?? []).map((word, i) => \`\${i}: \${word.toUpperCase()}\`);
`;
}

/** Milliseconds: the fastest on the clock; and what each took of the thread's time, which a busy machine changes little. */
interface Timed {
  readonly least: number;
  readonly mean: number;
}

function timed(runs: number, code: string): Timed {
  const began = process.threadCpuUsage();
  const least = Math.min(...Array.from({ length: runs }, () => once(code)));
  const { user, system } = process.threadCpuUsage(began);
  return { least, mean: (user + system) / 1000 / runs };
}

function once(code: string): number {
  const began = performance.now();
  check(code);
  return performance.now() - began;
}

/** The first check of a process: the parser, the grammars and the type stripper are loaded for it. */
function cold(index: number): number {
  const ran = spawnSync(process.execPath, [import.meta.filename, "--cold", String(index)], {
    encoding: "utf8",
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return Number(ran.stdout);
}

function measureAll(): boolean {
  const rows = TEXTS.map(({ name, code }, index) => {
    const verdict = check(code);
    if (!verdict.accepted) throw new Error(`${name}: ${verdict.findings[0]?.message}`);
    const coldMs = Math.min(...Array.from({ length: COLD_RUNS }, () => cold(index)));
    const runs = code.length > 500_000 ? 2 : WARM_RUNS;
    timed(runs, code);
    return { name, bytes: code.length, cold: coldMs, warm: timed(runs, code) };
  });
  console.log("                 bytes  cold, ms  warm, ms  of the thread  ns a byte");
  for (const { name, bytes, cold, warm } of rows) {
    const cells = [
      cold.toFixed(1).padStart(9),
      warm.least.toFixed(1).padStart(9),
      warm.mean.toFixed(1).padStart(14),
    ];
    const perByte = ((warm.mean * 1e6) / bytes).toFixed(0);
    console.log(`${name.padEnd(12)} ${String(bytes).padStart(9)} ${cells.join(" ")} ${perByte.padStart(10)}`);
  }
  const perByte = (at: number) => rows[at]!.warm.mean / rows[at]!.bytes;
  const flat = perByte(3) / perByte(2);
  const [aimMs, ms] = [LINES_AIM_MS * TOLERANCE, rows[1]!.warm.least];
  console.log(`200 lines, warm: ${ms.toFixed(1)} ms (aim ${LINES_AIM_MS}, fails over ${aimMs})`);
  console.log(`1 MB to 1,000 lines, for a byte: x ${flat.toFixed(2)} (aim ${FLAT_AIM})`);
  return ms <= aimMs && flat <= FLAT_AIM;
}

const [flag, index] = process.argv.slice(2);
if (flag === "--cold") console.log(once(TEXTS[Number(index)]!.code));
else if (!measureAll() && flag === "--check") process.exitCode = 1;
