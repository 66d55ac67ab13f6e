// npm run bench:launch [-- --check] [--runs N] [--json]: what a start costs, whole processes in one run: a bare Node
// script, `writ run`, its run file by itself, and the sealed engine with and without the kernel's layers. With
// --check, exit 1 where an aim is missed by more than 25 %.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Plan } from "../src/run/plan.ts";
import { quote } from "../src/run/sh-quote.ts";
import { FOLDER, TINY_SCRIPT } from "./data.ts";
import { type Contender, measure } from "./measure.ts";

const COMMAND = "top-values";
const MISSED_AT = 1.25;

const { values: flags } = parseArgs({
  options: {
    check: { type: "boolean" },
    json: { type: "boolean" },
    runs: { type: "string", default: "40" },
  },
});

const home = resolve(FOLDER);
const env = { PATH: process.env.PATH, HOME: home };
mkdirSync(home, { recursive: true });
writeFileSync(`${home}/tiny.mjs`, TINY_SCRIPT);

const contenders: readonly Contender[] = [
  { name: "node script", line: piped(`${process.execPath} ${home}/tiny.mjs`) },
  { name: "writ run", line: piped(`bin/writ run ${COMMAND} -n 1`) },
  { name: "run file", line: piped(`${runFileLine()} -n 1`) },
  ...sealedAndBare(),
];
const measured = await measure(contenders, { runs: Number(flags.runs), env, watchMemory: false });
const ms = Object.fromEntries(measured.map(({ name, medianMs }) => [name, medianMs])) as Record<
  string,
  number
>;

const aims = [
  { what: "writ run / node script", value: ms["writ run"]! / ms["node script"]!, atMost: 0.8, unit: "x" },
  { what: "run file / node script", value: ms["run file"]! / ms["node script"]!, atMost: 0.65, unit: "x" },
  { what: "the kernel's layers", value: ms.sealed! - ms["without layers"]!, atMost: 2, unit: "ms" },
].map((aim) => ({ ...aim, missed: aim.value > aim.atMost * MISSED_AT }));

if (flags.json) console.log(JSON.stringify({ runs: Number(flags.runs), medianMs: ms, aims }, null, 2));
else {
  console.log(`start of a kept command on a tiny input in a pipe (median of ${flags.runs})`);
  for (const [name, median] of Object.entries(ms)) {
    console.log(`  ${name.padEnd(16)} ${median.toFixed(1).padStart(7)} ms`);
  }
  for (const { what, value, atMost, unit, missed } of aims) {
    console.log(`  ${what}: ${value.toFixed(2)} ${unit}, aim at most ${atMost}${missed ? "  MISSED" : ""}`);
  }
}
if (flags.check && aims.some(({ missed }) => missed)) process.exitCode = 1;

function piped(line: string): string {
  return `seq 1 20 | ${line} | cat`;
}

/** What `bin/writ` goes to; made by a first run. */
function runFileLine(): string {
  execFileSync("/bin/sh", ["-c", piped(`bin/writ run ${COMMAND}`)], { env });
  const path = `${home}/.local/state/writ/runs/shipped/${COMMAND}.sh`;
  if (!existsSync(path)) throw new Error(`${COMMAND} has no run file here: writ doctor tells the level`);
  const build = `${resolve(".")} ${readFileSync("dist/build-id", "utf8").trim()}`;
  return `WRIT_BUILD=${quote(build)} /bin/sh ${quote(path)}`;
}

/** The plan of the same run, started as it is and with the stage left out. */
function sealedAndBare(): readonly Contender[] {
  const plan: Plan = JSON.parse(
    execFileSync("/bin/sh", ["-c", piped(`bin/writ run --plan ${COMMAND}`)], { env, encoding: "utf8" }),
  );
  const stage = plan.stage?.path;
  if (stage === undefined) throw new Error(`no stage is used here: the level is ${plan.level}`);
  const variables = Object.entries(plan.env).map(([name, value]) => `${name}=${value}`);
  const line = (argv: readonly string[]) => piped(["env", "-i", ...variables, ...argv].map(quote).join(" "));
  const words = [...plan.argv, "-n", "1"];
  return [
    { name: "sealed", line: line(words) },
    { name: "without layers", line: line(words.filter((word) => word !== stage)) },
  ];
}
