import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Invocation } from "../terms/invocation.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";
import type { Capability } from "../terms/verdict.ts";
import type { Face } from "./face.ts";
import { grantsFor } from "./grants/index.ts";
import { HANDED } from "./layers/handed-descriptors.ts";
import { applyLayers } from "./layers/index.ts";
import { bindOf, enclosed, perlBinds } from "./layers/namespaces.ts";
import { profiled } from "./layers/seatbelt.ts";
import { startingShell } from "./layers/starting-shell.ts";
import { applyLimits } from "./limits/index.ts";
import type { Watch } from "./limits/limit-row.ts";
import { machineOf, type Reached } from "./reached.ts";
import { buildStage, layStage } from "./stage/build-stage.ts";
import type { Filter, Stage } from "./stage/call.ts";
import { perlStage } from "./stage/perl.ts";
import { filterProgram } from "./stage/seccomp.ts";
import type { Machine } from "./stage/syscalls.ts";

/** Where the child's bytes come from. */
export type Feed =
  | { readonly kind: "none" }
  | { readonly kind: "inherit" }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "pump" };

/** What a plan is made from. Paths are absolute. */
export interface PlanRequest {
  readonly face: Face;
  /** The layers follow from it. */
  readonly reached: Reached;
  /** The engine's executable. */
  readonly engine: string;
  /** The runner module, already written; the guest library; and the module that snippets know as "writ". */
  readonly runner: string;
  readonly guest: string;
  readonly helpers: string;
  /** The folder that stages lie in. */
  readonly stages: string;
  readonly limits: Limits;
  readonly invocation: Invocation;
  /** The command's own option words. */
  readonly argv: readonly string[];
  readonly feed: Feed;
  /** What was approved, each path and name fixed. */
  readonly capabilities: readonly Capability[];
}

/** The executable that a plan starts with: what it does, and its bytes, which name it. */
export interface PlannedStage extends Stage {
  readonly path: string;
  readonly sha256: string;
}

/**
 * What goes with namespaces. Numbers are descriptors that the starter hands over ({@link HANDED}): on `status` bubblewrap
 * says what it did; from the file of `filter` it takes the system calls' filter; the run ends when `alive` does.
 */
export interface PlannedNamespaces {
  readonly status: number;
  readonly alive: number;
  readonly filter: PlannedFilter | null;
  /** Paths that have to be what they were at the approval, free of symbolic links: opened beforehand, in this order. */
  readonly fixed: readonly FixedPath[];
}

/** A path to open, and the number at which it is handed over. */
export interface FixedPath {
  readonly path: string;
  readonly descriptor: number;
}

/** A filter's file: what it says, and its bytes, which name it. */
export interface PlannedFilter {
  readonly rules: Filter;
  readonly machine: Machine;
  readonly descriptor: number;
  readonly path: string;
  readonly sha256: string;
}

/** Everything a run will start and with what, as data. `hash` names it. */
export interface Plan {
  readonly v: 1;
  readonly face: Face;
  readonly level: Level;
  /** Who puts the layers on; null: nobody. */
  readonly means: "stage" | "perl" | "bubblewrap" | "sandbox-exec" | null;
  /** Program and arguments, ready to start. */
  readonly argv: readonly string[];
  /** The environment of the child, but for what `passes` names; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Granted variables, whose values are no part of a plan: whoever starts it adds them to the environment. */
  readonly passes: readonly string[];
  /** Must lie at its path before the run starts. */
  readonly stage: PlannedStage | null;
  /** What bubblewrap puts up, besides a stage or instead of one; null: nothing. */
  readonly namespaces: PlannedNamespaces | null;
  readonly feed: Feed;
  readonly limits: Limits;
  /** What the parent watches, since the kernel does not. */
  readonly watch: Watch;
  readonly hash: string;
}

/** Decide a run. Pure: equal requests give equal plans. */
export function planRun(request: PlanRequest): Plan {
  const { engine, runner, guest, helpers, reached } = request;
  const { watch, invocation: counted, ...limits } = applyLimits(request.limits);
  const layers = applyLayers(reached, {
    face: request.face,
    ...{ engine, runner, guest, helpers, ...limits },
    granted: grantsFor(
      request.capabilities,
      request.invocation.inputs.flatMap((input) => input.path ?? []),
    ),
  });
  const stage = layers.stage && placed(layers.stage, request.stages);
  const words = [runner, JSON.stringify({ ...request.invocation, ...counted }), ...request.argv];
  const staged = [...(stage ? stageWords(reached, stage) : []), ...layers.argv, ...words];
  const namespaces = layers.binds && plannedNamespaces(reached, layers, request.stages);
  const plan = {
    v: 1 as const,
    face: request.face,
    level: reached.level,
    means: "means" in reached ? reached.means : null,
    argv: startingShell(layers, around(staged, { reached, engine, layers, stage, namespaces })),
    env: layers.env,
    passes: layers.passes,
    stage,
    namespaces,
    feed: request.feed,
    limits: request.limits,
    watch,
  };
  return { ...plan, hash: hashOf(JSON.stringify(plan)).slice(0, 16) };
}

/** How the stage is started: by itself, or read by perl. */
function stageWords(reached: Reached, stage: PlannedStage): readonly string[] {
  if (!("perl" in reached)) return [stage.path];
  const program = perlStage(reached.machine, layStage(stage), stage.passes ?? []);
  // -f: no file of the site's own is loaded.
  return [reached.perl, "-f", "-e", program, stage.path];
}

type Layers = ReturnType<typeof applyLayers>;

function plannedNamespaces(reached: Reached, { binds, filter }: Layers, folder: string): PlannedNamespaces {
  const fixed = (binds ?? []).flatMap(({ path, descriptor }) =>
    descriptor === null ? [] : [{ path, descriptor }],
  );
  const { status, alive } = HANDED;
  if (!filter) return { status, alive, filter: null, fixed };
  const machine = machineOf(reached);
  const sha256 = hashOf(filterProgram(filter, { machine, stagePath: 0 }));
  const path = join(folder, `${sha256.slice(0, 32)}.filter`);
  return {
    status,
    alive,
    filter: { rules: filter, machine, descriptor: HANDED.filter, path, sha256 },
    fixed,
  };
}

/** What is started, inside namespaces or a profile where there is one. */
function around(
  argv: readonly string[],
  sealed: {
    readonly reached: Reached;
    readonly engine: string;
    readonly layers: Layers;
    readonly stage: PlannedStage | null;
    readonly namespaces: PlannedNamespaces | null;
  },
): readonly string[] {
  const { reached, engine, layers, stage, namespaces } = sealed;
  if (layers.profile !== null) return profiled(argv, layers.profile);
  if (!namespaces || !("bubblewrap" in reached)) return argv;
  const perl = "perl" in reached ? perlBinds(reached.perl) : [];
  const binds = [...(layers.binds ?? []), ...(stage ? [bindOf(stage.path)] : []), ...perl];
  return enclosed(argv, {
    bubblewrap: reached.bubblewrap,
    engine,
    binds,
    status: namespaces.status,
    filter: namespaces.filter?.descriptor ?? null,
  });
}

function placed(stage: Stage, folder: string): PlannedStage {
  const sha256 = hashOf(buildStage(stage));
  return { ...stage, path: join(folder, sha256.slice(0, 32)), sha256 };
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
