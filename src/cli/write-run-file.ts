import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
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
import { configurationFile } from "./config.ts";
import { distPath, packageRoot } from "./installation.ts";
import { placeStage } from "./place-file.ts";

/**
 * Make the short way of an approved command, so that its next run in a pipe starts no Node. Only where the whole
 * plan can be kept without a parent: no wall limit, and no project's command. Where the state folder cannot be
 * written there is no short way, and nothing is said: the long way does the same.
 */
export function writeRunFile(options: {
  readonly places: Places;
  readonly origin: Origin;
  readonly folder: string;
  readonly compiled: Compiled;
  readonly reached: Reached;
}): void {
  const { places, origin, folder, compiled, reached } = options;
  if (origin === "project" || compiled.limits.wallMs !== null) return;
  // It cannot know that the user's configuration accepts less no more: so it is only there for what is strong.
  if (reached.level !== "strong" || compiled.requiredLevel !== "strong") return;
  try {
    write({ places, origin, folder, compiled, reached });
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
  }
}

function write(options: {
  readonly places: Places;
  readonly origin: "user" | "shipped";
  readonly folder: string;
  readonly compiled: Compiled;
  readonly reached: Reached;
}): void {
  const { places, origin, folder, compiled, reached } = options;
  const state = statePaths(places.state);
  const runs = origin === "user" ? state.runs : state.shippedRuns;
  const paths = commandPaths(folder, compiled.name);
  const code = readFileSync(paths.snippet);
  if (sha256(code) !== compiled.sha256) return;

  const runner = runnerModule({ guest: distPath("guest.mjs"), ...compiled });
  const plan = planRun({
    face: "direct",
    reached,
    stages: state.stages,
    guest: distPath("guest.mjs"),
    engine: findEngine(),
    runner: join(state.runners, runner.name),
    helpers: distPath("writ.mjs"),
    limits: compiled.limits,
    argv: [],
    feed: { kind: "inherit" },
    invocation: {
      inputs: [],
      from: "auto",
      output: "auto",
      maxOutputBytes: compiled.limits.outputBytes,
      header: true,
      named: true,
    },
  });
  if (plan.stage === null || !placeStage(plan.stage)) return;
  const approved = join(runs, `${compiled.name}.ts`);
  const text = runFile({
    name: compiled.name,
    root: packageRoot(),
    buildId: readFileSync(distPath("build-id"), "utf8").trim(),
    node: process.execPath,
    main: distPath("main.js"),
    argv: plan.argv,
    env: plan.env,
    stage: plan.stage.path,
    configuration: configurationFile(places.config),
    schema: compiled.schema,
    limits: compiled.limits,
    snippet: paths.snippet,
    approved,
    directive: paths.directive,
  });
  writeChanged(join(state.runners, runner.name), runner.text);
  writeChanged(approved, code.toString("utf8"));
  const path = join(runs, `${compiled.name}.sh`);
  writeChanged(path, text);
  // It is compared by age with what it was decided from, and that was just looked at again.
  const now = new Date();
  utimesSync(path, now, now);
}

function writeChanged(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) atomicWrite(path, text);
}
