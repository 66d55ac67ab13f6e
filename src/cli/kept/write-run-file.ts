import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { approvalPath, isApproved } from "../../keep/approvals.ts";
import { atomicWrite } from "../../keep/atomic-write.ts";
import { ensureRunNotes } from "../../keep/ledger/run-notes.ts";
import { commandPaths } from "../../keep/locate-command.ts";
import { type Places, statePaths } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import { findEngine } from "../../run/engine.ts";
import { planRun } from "../../run/plan.ts";
import type { Reached } from "../../run/reached.ts";
import { runFile, SHORT_WAY_PROGRAMS, type ShortWayPrograms } from "../../run/run-file.ts";
import { canBeVerified, xdgFolders } from "../../run/run-file-unchanged.ts";
import { runnerModule } from "../../run/runner-module.ts";
import { parseCapability } from "../../terms/capability.ts";
import type { Compiled } from "../../terms/command.ts";
import type { Origin } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import type { OutputName } from "../../terms/format.ts";
import type { Capability } from "../../terms/verdict.ts";
import type { Ceilings } from "../arguments/ceilings.ts";
import { howRead } from "../arguments/reading-flags.ts";
import { isCpuByBoth, keptUnderCeilings } from "../arguments/under-ceilings.ts";
import { distPath, packageRoot } from "../installation.ts";
import { systemProgram } from "../sandbox/machinery.ts";
import type { SettingsSeen } from "../settings/seen.ts";
import { documentsFor } from "./documents.ts";
import { placeModule, placePlan } from "./place-file.ts";

/** What a run file is made for. */
interface Wanting {
  readonly places: Places;
  readonly env: NodeJS.ProcessEnv;
  readonly origin: Origin;
  readonly folder: string;
  readonly compiled: Compiled;
  readonly reached: Reached;
  /** What the level and the output were decided by. */
  readonly settings: SettingsSeen;
  readonly ceilings: Ceilings;
  /** Where none is typed. */
  readonly output: OutputName;
}

/**
 * Make the short way of an approved command, so that its next run in a pipe starts no Node. Only where the whole
 * plan can be kept without a parent: at the level `strong`, reached and required, and no project's command. Where the
 * state folder cannot be written there is no short way, and nothing is said: the long way does the same.
 */
export function writeRunFile(wanting: Wanting): void {
  const { origin, compiled, reached } = wanting;
  // A level that only a setting allows must not outlive the setting.
  if (reached.level !== "strong" || reached.means !== "stage" || compiled.requiredLevel !== "strong") return;
  if (origin === "project") return;
  if (isCpuByBoth(compiled.limits, wanting.ceilings)) return;
  // The stage of the short way is started with the caller's environment, of which nothing is passed on.
  const wanted = compiled.capabilities.map(parseCapability);
  if (wanted.some((one) => typeof one === "string" || one.kind === "env")) return;
  const decided = whatDecided({ ...wanting, origin });
  const programs = systemPrograms();
  if (decided === null || programs === null) return;
  try {
    write({ ...wanting, origin, decided, programs });
  } catch (error) {
    if (!(error instanceof WritError)) throw error;
  }
}

type Verified = readonly { readonly path: string; readonly sha256: string }[];

/** The files by which it may run, as they were then; null where one of them is not, or not any more. */
function whatDecided({ places, origin, folder, compiled, settings }: Wanting): Verified | null {
  if (settings.kind === "unknown") return null;
  const paths = commandPaths(folder, compiled.name);
  const approval = origin === "user" ? approvalSeen(places.state, compiled) : [];
  if (approval === null) return null;
  return [
    { path: paths.snippet, sha256: compiled.sha256 },
    { path: paths.directive, sha256: compiled.directiveSha256 },
    ...approval,
    ...(settings.kind === "file" ? [settings] : []),
  ];
}

function approvalSeen(state: string, compiled: Compiled): Verified | null {
  const path = approvalPath(state, compiled);
  const hash = hashOf(path);
  // Judged after it was hashed: what is compared later is what was judged, or it takes the long way.
  return hash !== null && isApproved(state, compiled) ? [{ path, sha256: hash }] : null;
}

function systemPrograms(): ShortWayPrograms | null {
  const found = SHORT_WAY_PROGRAMS.map((name) => [name, systemProgram(name)] as const);
  return found.some(([, path]) => path === null) ? null : (Object.fromEntries(found) as ShortWayPrograms);
}

function write(
  options: Wanting & {
    readonly origin: "user" | "shipped";
    readonly decided: Verified;
    readonly programs: ShortWayPrograms;
  },
): void {
  const { places, env, origin, folder, compiled, reached, settings, output, decided, programs } = options;
  const limits = keptUnderCeilings(compiled.limits, options.ceilings);
  const state = statePaths(places.state);
  const runs = origin === "user" ? state.runs : state.shippedRuns;
  if (hashOf(commandPaths(folder, compiled.name).snippet) !== compiled.sha256) return;

  const { capabilities, reading = {} } = compiled;
  const how = howRead(reading);
  const documents = documentsFor({ from: how.from, names: [], capabilities });
  const runner = runnerModule({ guest: distPath("guest.txt"), ...compiled, documents });
  const request = {
    face: "direct" as const,
    reached,
    engine: findEngine(),
    runner: placeModule(state.runners, runner),
    guest: distPath("guest.txt"),
    helpers: distPath("writ.mjs"),
    limits,
    argv: [],
    capabilities,
    feed: { kind: "inherit" as const },
    invocation: {
      inputs: [],
      ...how,
      output,
      maxOutputBytes: limits.outputBytes,
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
  const verified = [...decided, ...lasting];
  if (!verified.every(({ path }) => canBeVerified(path))) return;
  const text = runFile({
    name: compiled.name,
    notes: state.runNotes,
    root: packageRoot(),
    buildId: readFileSync(distPath("build-id"), "utf8").trim(),
    argv: plan.argv,
    env: plan.env,
    schema: compiled.schema,
    limits,
    visibleScript: distPath("visible.sed"),
    verified,
    absent: settings.kind === "none" ? [settings.path] : [],
    folders: xdgFolders(env),
    programs,
    engine: request.engine,
    granted: pathsOf(compiled.capabilities, ["read", "write"]),
    writable: pathsOf(compiled.capabilities, ["write"]),
    stage: plan.stage?.path ?? null,
  });
  ensureRunNotes(state.runNotes);
  writeChanged(join(runs, `${compiled.name}.sh`), text, request.engine);
}

function pathsOf(capabilities: readonly Capability[], kinds: readonly string[]): readonly string[] {
  return capabilities
    .map(parseCapability)
    .flatMap((one) =>
      typeof one === "object" && "path" in one && kinds.includes(one.kind) ? [one.path] : [],
    );
}

/** The run file goes the long way while the engine is newer than itself. */
function writeChanged(path: string, text: string, engine: string): void {
  const written = privateFile(path);
  const isCurrent = written !== null && statSync(engine).mtimeMs <= written.mtimeMs;
  if (!isCurrent || readFileSync(path, "utf8") !== text) atomicWrite(path, text);
}

/** A file as {@link atomicWrite} leaves it; null for any other, which is put in its place. */
function privateFile(path: string): Stats | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.uid !== process.geteuid?.() || (found.mode & 0o777) !== 0o600) return null;
  return found;
}

function hashOf(path: string): string | null {
  try {
    return sha256(readFileSync(path));
  } catch {
    return null;
  }
}
