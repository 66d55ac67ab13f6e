import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { approvalPath } from "../keep/approvals.ts";
import { atomicWrite } from "../keep/atomic-write.ts";
import { commandPaths } from "../keep/locate-command.ts";
import { type Places, statePaths } from "../keep/places.ts";
import { sha256 } from "../keep/sha256.ts";
import { findEngine } from "../run/engine.ts";
import { planRun } from "../run/plan.ts";
import type { Reached } from "../run/reached.ts";
import { runFile } from "../run/run-file.ts";
import { runnerModule } from "../run/runner-module.ts";
import type { Compiled } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { distPath, packageRoot } from "./installation.ts";
import { placeModule, placePlan } from "./place-file.ts";

/**
 * Make the short way of an approved command, so that its next run in a pipe starts no Node. Only where the whole
 * plan can be kept without a parent: at the level `strong`, reached and required, without a limit on time, and no
 * project's command. Where the state folder cannot be written there is no short way, and nothing is said: the
 * long way does the same.
 */
export function writeRunFile(options: {
  readonly places: Places;
  readonly origin: Origin;
  readonly folder: string;
  readonly compiled: Compiled;
  readonly reached: Reached;
}): void {
  const { places, origin, folder, compiled, reached } = options;
  // A level that only a setting allows must not outlive the setting.
  if (reached.level !== "strong" || compiled.requiredLevel !== "strong") return;
  if (origin === "project" || compiled.limits.wallMs !== null) return;
  try {
    write(places, origin, folder, compiled, reached);
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
  }
}

function write(
  places: Places,
  origin: "user" | "shipped",
  folder: string,
  compiled: Compiled,
  reached: Reached,
): void {
  const state = statePaths(places.state);
  const runs = origin === "user" ? state.runs : state.shippedRuns;
  const paths = commandPaths(folder, compiled.name);
  const code = readFileSync(paths.snippet);
  if (sha256(code) !== compiled.sha256) return;

  const runner = runnerModule({ guest: distPath("guest.mjs"), ...compiled });
  const request = {
    face: "direct" as const,
    reached,
    engine: findEngine(),
    runner: placeModule(state.runners, runner),
    guest: distPath("guest.mjs"),
    helpers: distPath("writ.mjs"),
    limits: compiled.limits,
    argv: [],
    feed: { kind: "inherit" as const },
    invocation: {
      inputs: [],
      from: "auto" as const,
      output: "auto" as const,
      maxOutputBytes: compiled.limits.outputBytes,
      header: true,
      named: true as const,
    },
  };
  const plan = placePlan(state.stages, (stages) => planRun({ ...request, stages }));
  // What goes with this process is of no use to the next.
  const lasting = [request.runner, ...(plan.stage ? [plan.stage.path] : [])];
  if (!lasting.every((path) => path.startsWith(`${places.state}/`))) return;
  const approved = join(runs, `${compiled.name}.ts`);
  const text = runFile({
    name: compiled.name,
    root: packageRoot(),
    buildId: readFileSync(distPath("build-id"), "utf8").trim(),
    node: process.execPath,
    main: distPath("main.js"),
    argv: plan.argv,
    env: plan.env,
    schema: compiled.schema,
    limits: compiled.limits,
    snippet: paths.snippet,
    approved,
    directive: paths.directive,
    approval: origin === "user" ? approvalPath(places.state, compiled) : null,
    config: join(places.config, "config.toml"),
    stage: plan.stage?.path ?? null,
  });
  writeChanged(approved, code.toString("utf8"));
  writeChanged(join(runs, `${compiled.name}.sh`), text);
}

function writeChanged(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) atomicWrite(path, text);
}
