import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { approvalPath } from "../keep/approvals.ts";
import { atomicWrite } from "../keep/atomic-write.ts";
import { commandPaths } from "../keep/locate-command.ts";
import { type Places, statePaths } from "../keep/places.ts";
import { sha256 } from "../keep/sha256.ts";
import { findEngine } from "../run/engine.ts";
import { planRun } from "../run/plan.ts";
import type { Reached } from "../run/reached.ts";
import { canBeVerified, runFile } from "../run/run-file.ts";
import { runnerModule } from "../run/runner-module.ts";
import { parseCapability, type Wanted } from "../terms/capability.ts";
import type { Compiled } from "../terms/command.ts";
import type { Origin } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import type { OutputName } from "../terms/format.ts";
import { distPath, packageRoot } from "./installation.ts";
import { placeModule, placePlan } from "./place-file.ts";

/**
 * Make the short way of an approved command, so that its next run in a pipe starts no Node. Only where the whole
 * plan can be kept without a parent: at the level `strong`, reached and required, and no project's command. Where the state folder cannot be written there is no short way, and nothing is said: the
 * long way does the same.
 */
export function writeRunFile(options: {
  readonly places: Places;
  readonly origin: Origin;
  readonly folder: string;
  readonly compiled: Compiled;
  readonly reached: Reached;
  /** Where none is typed. */
  readonly output: OutputName;
}): void {
  const { places, origin, folder, compiled, reached, output } = options;
  // A level that only a setting allows must not outlive the setting.
  if (reached.level !== "strong" || reached.means !== "stage" || compiled.requiredLevel !== "strong") return;
  if (origin === "project") return;
  // The stage of the short way is started with the caller's environment, of which nothing is passed on.
  const wanted = compiled.capabilities.map(parseCapability);
  if (wanted.some((one) => typeof one === "string" || one.kind === "env")) return;
  try {
    write({ places, origin, folder, compiled, reached, output });
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
  readonly output: OutputName;
}): void {
  const { places, origin, folder, compiled, reached, output } = options;
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
    capabilities: compiled.capabilities,
    feed: { kind: "inherit" as const },
    invocation: {
      inputs: [],
      from: "auto" as const,
      output,
      maxOutputBytes: compiled.limits.outputBytes,
      header: true,
      named: true as const,
    },
  };
  const plan = placePlan(state.stages, (stages) => planRun({ ...request, stages }));
  // What goes with this process is of no use to the next.
  const lasting = [
    { path: request.runner, sha256: sha256(runner.text) },
    ...(plan.stage ? [plan.stage] : []),
  ];
  if (!lasting.every(({ path }) => path.startsWith(`${places.state}/`))) return;
  const verified = [{ path: paths.snippet, sha256: compiled.sha256 }, ...lasting];
  if (!verified.every(({ path }) => canBeVerified(path))) return;
  const config = join(places.config, "config.toml");
  const text = runFile({
    name: compiled.name,
    root: packageRoot(),
    buildId: readFileSync(distPath("build-id"), "utf8").trim(),
    argv: plan.argv,
    env: plan.env,
    schema: compiled.schema,
    limits: compiled.limits,
    visibleScript: distPath("visible.sed"),
    verified,
    directive: paths.directive,
    approval: origin === "user" ? approvalPath(places.state, compiled) : null,
    config,
    engine: request.engine,
    granted: compiled.capabilities.map(parseCapability).flatMap((one) => pathOf(one) ?? []),
    stage: plan.stage?.path ?? null,
  });
  writeChanged(join(runs, `${compiled.name}.sh`), text, [paths.directive, config, request.engine]);
}

function pathOf(wanted: Wanted | string): string | null {
  return typeof wanted === "object" && "path" in wanted ? wanted.path : null;
}

/** The run file goes the long way while one of `sources` is newer than itself. */
function writeChanged(path: string, text: string, sources: readonly string[] = []): void {
  const written = modifiedMs(path);
  const isCurrent = written !== null && sources.every((source) => (modifiedMs(source) ?? 0) <= written);
  if (!isCurrent || readFileSync(path, "utf8") !== text) atomicWrite(path, text);
}

function modifiedMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
