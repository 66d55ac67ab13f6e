// A run that never ends by itself, as the product starts it, for a test that kills this process. Its stdout is this
// process's own. Arguments: a folder for its files; what encloses it, as JSON.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { placePlan } from "../../src/cli/kept/place-file.ts";
import { findEngine } from "../../src/run/engine.ts";
import { planRun } from "../../src/run/plan.ts";
import type { Reached } from "../../src/run/reached.ts";
import { runnerModule } from "../../src/run/runner-module.ts";
import { spawn } from "../../src/run/spawn.ts";
import { DRAFT_LIMITS } from "../../src/terms/limit.ts";

const folder = process.argv[2]!;
const reached: Reached = JSON.parse(process.argv[3]!);
const guest = resolve("dist/guest.txt");
const javascript = "export default function* () { yield 'x'.repeat(70000); for (;;); }";
const runner = runnerModule({ guest, javascript, schema: { summary: "", options: [] }, capabilities: [] });
writeFileSync(join(folder, runner.name), runner.text);
const plan = placePlan(folder, (stages) =>
  planRun({
    face: "attended",
    reached,
    ...{ engine: findEngine(), guest, stages, runner: join(folder, runner.name) },
    helpers: resolve("dist/writ.mjs"),
    limits: DRAFT_LIMITS,
    argv: [],
    feed: { kind: "none" },
    capabilities: [],
    invocation: { inputs: [], from: "lines", output: "auto", maxOutputBytes: null, header: true },
  }),
);
await spawn(plan, { stdout: "inherit", stderr: () => {} }, new AbortController().signal);
