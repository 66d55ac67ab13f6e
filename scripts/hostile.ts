// Runs every *.ts and *.js below a folder as an approved snippet with the static check left out, and prints one
// JSON line each: what it reached, how it ended, what it said. For development: bin/writ has no such way.
//
//   npm run hostile -- DIR [--level L] [--cpu 10s] [--memory 256M] [--time 15s] [--max-output 1G] [--jobs 2]
//   npm run hostile -- DIR --controls     the files that name a control, with every permission instead
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findMachinery } from "../src/cli/sandbox/machinery.ts";
import { runProbe } from "../src/cli/sandbox/run-probe.ts";
import { findEngine } from "../src/run/engine.ts";
import type { Reached } from "../src/run/reached.ts";
import { WritError } from "../src/terms/failure.ts";
import { LEVELS } from "../src/terms/level.ts";
import type { Limits } from "../src/terms/limit.ts";
import { readHead } from "./hostile/attack-file.ts";
import { layBait } from "./hostile/bait.ts";
import { limitsOf, runAttack } from "./hostile/run-attack.ts";
import { runUnsealed } from "./hostile/run-unsealed.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    level: { type: "string" },
    cpu: { type: "string" },
    memory: { type: "string" },
    time: { type: "string" },
    "max-output": { type: "string" },
    jobs: { type: "string", default: "1" },
    controls: { type: "boolean", default: false },
    json: { type: "boolean", default: true },
  },
});

const dist = resolve(import.meta.dirname, "../dist");
const [folder, ...others] = positionals;
if (!folder || others.length > 0) usage("name one folder: npm run hostile -- DIR");
if (!existsSync(folder) || !statSync(folder).isDirectory()) usage(`${folder} is no folder`);
if (!existsSync(join(dist, "guest.txt"))) usage("dist is not built: npm run build");
const reached = await reachedAt(values.level);
const { level } = reached;
const limits = typedLimits();

const root = resolve(folder);
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith(".d.ts"))
  .filter((name) => !values.controls || readHead(readFileSync(join(root, name), "utf8")).control !== null)
  .sort();
if (files.length === 0) usage(`${folder} has no *.ts or *.js to run`);

const bait = await layBait();
process.chdir(bait.places.work!);
try {
  const waiting = files.values();
  const jobs = Array.from({ length: Number(values.jobs) || 1 }, async () => {
    for (const name of waiting) {
      process.stdout.write(`${JSON.stringify(await report(name))}\n`);
    }
  });
  await Promise.all(jobs);
} finally {
  process.chdir(root);
  await bait.close();
}

async function report(name: string): Promise<object> {
  const path = join(root, name);
  try {
    return values.controls
      ? await runUnsealed(path, name, bait)
      : await runAttack({ path, name, bait, reached, dist, limits });
  } catch (error) {
    // Not TypeScript, or not readable: that must not end the runs of the others.
    return {
      file: name,
      level,
      outcome: { kind: "not-run", detail: String(error) },
      exitCode: null,
      breaches: [],
    };
  }
}

/** The level asked for, or `strong`. One that this machine does not reach is refused, not lowered. */
async function reachedAt(text = "strong"): Promise<Reached> {
  const wanted = LEVELS.find((one) => one === text);
  if (!wanted) usage(`--level is ${text}, and must be one of ${LEVELS.join(", ")}`);
  if (wanted === "engine-only") return { level: "engine-only", missing: "less was asked for" };
  const state = mkdtempSync(join(tmpdir(), "writ-probe-"));
  const looked = await runProbe(wanted, { machinery: findMachinery(true), engine: findEngine(), state });
  rmSync(state, { recursive: true });
  if (looked.kind === "reached") return looked.reached;
  console.error(`hostile: this machine does not reach ${wanted}: ${looked.missing}`);
  process.exit(126);
}

function typedLimits(): Partial<Limits> {
  const words = (["cpu", "memory", "time", "max-output"] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  );
  try {
    return limitsOf(words);
  } catch (error) {
    if (error instanceof WritError && error.failure.kind === "usage") usage(error.failure.problem);
    throw error;
  }
}

function usage(problem: string): never {
  console.error(`hostile: ${problem}`);
  process.exit(2);
}
