// npm run bench:io [-- --check] [--megabytes N] [--runs N] [--only WORD] [--json]: data through kept commands, against the tools people
// would use and a tight script on the same engine. Whole processes in turn, ratios within one run, peak memory of all
// processes. With --check, exit 1 where a ratio is 25 % over its aim. Before it is timed, each answer of a command is
// compared with the tight script's.
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { findEngine } from "../src/run/engine.ts";
import { accessLog, FOLDER, ndjson, ordersCsv } from "./data.ts";
import { keepCommand } from "./keep-command.ts";
import { type Measured, measure } from "./measure.ts";

interface Job {
  readonly title: string;
  readonly file: string;
  readonly writ: string;
  /** The script of `bench/tight/`. */
  readonly tight: string;
  readonly others: Readonly<Record<string, string>>;
  /** How many times faster than another at least. */
  readonly aims: Readonly<Record<string, number>>;
}

const { values: flags } = parseArgs({
  options: {
    check: { type: "boolean" },
    json: { type: "boolean" },
    megabytes: { type: "string", default: "500" },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "" },
  },
});
const MISSED_AT = 1.25;
const runs = Number(flags.runs);
const home = resolve(FOLDER);
const env = { PATH: process.env.PATH, HOME: home };
mkdirSync(home, { recursive: true });
for (const name of ["failed", "slowest", "sorted"]) keepCommand(name, home);

const reports = [];
for (const job of jobs(Number(flags.megabytes)))
  if (job.title.includes(flags.only)) reports.push(await report(job));
if (flags.json) console.log(JSON.stringify({ runs, reports }, null, 2));
if (flags.check && reports.some(({ ratios }) => ratios.some(({ missed }) => missed))) process.exitCode = 1;

function jobs(megabytes: number): readonly Job[] {
  const log = accessLog(megabytes);
  const records = ndjson(megabytes);
  const orders = ordersCsv(Math.ceil(megabytes * 0.6));
  const few = ordersCsv(Math.ceil(megabytes * 0.06));
  return [
    {
      title: "count by field, access log",
      file: log,
      writ: "top-values --column 9",
      tight: "count",
      others: { awk: `awk '{ n[$9]++ } END { for (v in n) print n[v], v }' ${log} | sort -rn | head` },
      aims: { awk: 1.2, tight: 1 / 1.2 },
    },
    {
      title: "filter and project, NDJSON",
      file: records,
      writ: "failed",
      tight: "filter",
      others: {
        jq: `jq -c 'select(.status >= 500) | {id, path, duration}' ${records}`,
        mlr: `mlr --ijsonl --ojsonl filter '$status >= 500' then cut -o -f id,path,duration ${records}`,
      },
      aims: { jq: 8 },
    },
    {
      title: "filter and project with the shipped select, NDJSON",
      file: records,
      writ: "select --where 'status>=500' --fields id,path,duration",
      tight: "filter",
      others: { jq: `jq -c 'select(.status >= 500) | {id, path, duration}' ${records}` },
      aims: { jq: 8 },
    },
    {
      title: "top 10, NDJSON",
      file: records,
      writ: "slowest",
      tight: "slowest",
      others: { mlr: `mlr --ijsonl --ojsonl top -n 10 -f duration -a ${records}` },
      aims: {},
    },
    {
      title: "group and sum, CSV",
      file: orders,
      writ: "sum-by --by country --of amount",
      tight: "group",
      others: { mlr: `mlr --icsv --ojsonl stats1 -a count,sum,mean,min,max -f amount -g country ${orders}` },
      aims: { mlr: 4 },
    },
    {
      title: "distinct, CSV",
      file: orders,
      writ: "unique --of customer",
      tight: "distinct",
      others: { mlr: `mlr --icsv --ojsonl head -n 1 -g customer then cut -f customer ${orders}` },
      aims: {},
    },
    {
      title: "sort all rows, CSV (a tenth of the data: it is held in memory)",
      file: few,
      writ: "sorted",
      tight: "sort",
      others: { mlr: `mlr --icsv --ojsonl sort -nr amount then cut -f order,amount ${few}` },
      aims: {},
    },
  ];
}

async function report({ title, file, writ, tight, others, aims }: Job) {
  const lines = {
    writ: `bin/writ run ${writ} ${file}`,
    tight: `${findEngine()} run --quiet --no-code-cache --allow-read=${FOLDER} bench/tight/${tight}.mjs ${file}`,
  };
  compare(title, lines);
  const there = Object.entries({ ...lines, ...others }).filter(([name]) => name in lines || has(name));
  const contenders = there.map(([name, line]) => ({ name, line: `${line} | cat` }));
  const measured = await measure(contenders, { runs, env, watchMemory: true });
  const bytes = statSync(file).size;
  const msOf = (name: string) => measured.find((one) => one.name === name)!.medianMs;
  const ratios = measured.slice(1).map(({ name, medianMs }) => {
    const aim = aims[name];
    const ratio = medianMs / msOf("writ");
    return { name, ratio, aim, missed: aim !== undefined && ratio < aim / MISSED_AT };
  });
  if (!flags.json) print(title, bytes, measured, ratios);
  const missing = Object.keys(others).filter((name) => !has(name));
  if (!flags.json && missing.length > 0) console.log(`  skipped: ${missing.join(", ")} not on this machine`);
  return { title, bytes, measured, ratios };
}

/** A wrong answer has no speed. */
function compare(title: string, lines: { readonly writ: string; readonly tight: string }): void {
  const [ours, tight] = [answer(lines.writ), answer(lines.tight)];
  if (ours !== tight) throw new Error(`${title}: ${lines.writ} and the tight script give different answers`);
}

function answer(line: string): string {
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", `${line} | cksum`], {
    env,
    encoding: "utf8",
  });
  if (status !== 0 || stderr !== "") throw new Error(`${line}: exit ${status}: ${stderr}`);
  return stdout;
}

function print(
  title: string,
  bytes: number,
  measured: readonly Measured[],
  ratios: readonly {
    readonly name: string;
    readonly ratio: number;
    readonly aim: number | undefined;
    readonly missed: boolean;
  }[],
): void {
  console.log(`\n${title}, ${(bytes / 1e6).toFixed(0)} MB (median of ${runs})`);
  for (const { name, medianMs, peakBytes } of measured) {
    const found = ratios.find((one) => one.name === name);
    const aim =
      found?.aim === undefined ? "" : ` (aim ${found.aim.toFixed(2)}${found.missed ? ", MISSED" : ""})`;
    const ratio = found ? `  writ is ${found.ratio.toFixed(2)} x${aim}` : "";
    const speed = `${(bytes / 1e3 / medianMs).toFixed(0).padStart(5)} MB/s`;
    const peak = `${(peakBytes / 1e6).toFixed(0).padStart(5)} MB`;
    console.log(`  ${name.padEnd(6)} ${medianMs.toFixed(0).padStart(7)} ms ${speed}  peak ${peak}${ratio}`);
  }
}

function has(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
