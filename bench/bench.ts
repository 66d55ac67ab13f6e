// npm run bench [-- --check] [--megabytes N] [--runs N] [--json]: start-up and throughput of `writ run`
// against the tools people would use, whole processes, ratios within one run. With --check, exit 1 where a
// ratio is 25 % over its aim. Aims that wait for work of their own are printed as such and not enforced.
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { accessLog, FOLDER, ndjson, TINY_SCRIPT } from "./data.ts";
import { type Contender, type Measured, measure } from "./measure.ts";

interface Aim {
  /** `writ / other` for time, `other / writ` for throughput: what the ratio is compared with. */
  readonly against: string;
  readonly kind: "at most" | "at least";
  readonly ratio: number;
  /** Not enforced, and why. */
  readonly waits?: string;
}

interface Bench {
  readonly title: string;
  readonly inputBytes: number;
  readonly runs: number;
  readonly contenders: readonly Contender[];
  readonly aims: readonly Aim[];
}

const { values: flags } = parseArgs({
  options: {
    check: { type: "boolean" },
    json: { type: "boolean" },
    megabytes: { type: "string", default: "100" },
    runs: { type: "string", default: "5" },
  },
});

const megabytes = Number(flags.megabytes);
const runs = Number(flags.runs);
mkdirSync(FOLDER, { recursive: true });
const env = { PATH: process.env.PATH, HOME: resolve(FOLDER) };
const rows = [];
for (const bench of benches()) {
  const measured = await measure(bench.contenders, {
    runs: bench.runs,
    env,
    watchMemory: bench.inputBytes > 1e6,
  });
  rows.push(report(bench, measured));
}
if (flags.json) console.log(JSON.stringify(rows, null, 2));
const missed = rows.flatMap(({ aims }) => aims.filter((aim) => aim.missed));
if (flags.check && missed.length > 0) process.exitCode = 1;

function benches(): readonly Bench[] {
  const log = accessLog(megabytes);
  const records = ndjson(megabytes);
  writeFileSync(`${FOLDER}/tiny.mjs`, TINY_SCRIPT);
  return [
    {
      title: "start: a tiny input in a pipe, whole process",
      inputBytes: 40,
      runs: runs * 5,
      contenders: [
        { name: "writ run", line: "seq 1 20 | bin/writ run top-values -n 1 | cat" },
        { name: "node script", line: `seq 1 20 | ${process.execPath} ${FOLDER}/tiny.mjs | cat` },
      ],
      aims: [{ against: "node script", kind: "at most", ratio: 0.8 }],
    },
    {
      title: "count a column of an access log",
      inputBytes: statSync(log).size,
      runs,
      contenders: [
        { name: "writ run", line: `bin/writ run top-values --column 9 ${log} | cat` },
        {
          name: "awk",
          line: `awk '{ n[$9]++ } END { for (v in n) print n[v], v }' ${log} | sort -rn | head`,
        },
      ],
      aims: [{ against: "awk", kind: "at least", ratio: 1.2 }],
    },
    {
      title: "filter and project NDJSON",
      inputBytes: statSync(records).size,
      runs: Math.max(1, Math.ceil(runs / 2)),
      contenders: [
        {
          name: "writ run",
          line: `bin/writ run select --where 'status>=500' --fields id,path,duration ${records} | cat`,
        },
        ...(has("jq")
          ? [{ name: "jq", line: `jq -c 'select(.status >= 500) | {id, path, duration}' ${records} | cat` }]
          : []),
      ],
      aims: [{ against: "jq", kind: "at least", ratio: 3.5 }],
    },
  ];
}

function report(bench: Bench, measured: readonly Measured[]) {
  const tiny = bench.inputBytes < 1e6;
  const writ = measured[0]!;
  const log = flags.json ? () => {} : console.log;
  log(`\n${bench.title} (median of ${bench.runs})`);
  for (const { name, medianMs, peakBytes } of measured) {
    const speed = tiny ? "" : `${(bench.inputBytes / 1e3 / medianMs).toFixed(0).padStart(6)} MB/s`;
    const peak = peakBytes ? `  peak ${(peakBytes / 1e6).toFixed(0)} MB` : "";
    log(`  ${name.padEnd(12)} ${medianMs.toFixed(1).padStart(8)} ms ${speed}${peak}`);
  }
  const aims = bench.aims.flatMap((aim) => {
    const other = measured.find(({ name }) => name === aim.against);
    if (!other) {
      log(`  skipped: ${aim.against} is not on this machine`);
      return [];
    }
    const ratio = aim.kind === "at most" ? writ.medianMs / other.medianMs : other.medianMs / writ.medianMs;
    const over = aim.kind === "at most" ? ratio > aim.ratio * 1.25 : ratio < aim.ratio / 1.25;
    const missed = over && !aim.waits;
    const note = aim.waits ? ` (not enforced: ${aim.waits})` : missed ? "  MISSED" : "";
    log(`  ${ratio.toFixed(2)} x ${aim.against}, aim ${aim.kind} ${aim.ratio}${note}`);
    return [{ ...aim, measured: ratio, missed }];
  });
  return { title: bench.title, inputBytes: bench.inputBytes, measured, aims };
}

function has(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
