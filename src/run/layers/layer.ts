import type { Level } from "../../terms/level.ts";
import type { Face } from "../face.ts";
import type { Granted } from "../grants/grant.ts";
import type { Rlimit } from "../limits/limit-row.ts";
import type { Reached } from "../reached.ts";
import type { Call, Filter } from "../stage/call.ts";
import type { Machine } from "../stage/syscalls.ts";

/** What the layers have made so far. */
export interface Sealing {
  /** The engine and its arguments. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Limits that the starting shell sets. */
  readonly ulimits: readonly Rlimit[];
  /** A descriptor of the starting shell: when it ends, all of the run is ended; null: none. */
  readonly diesWith: number | null;
  /** Descriptors that the starting shell closes. */
  readonly closes: readonly number[];
  /** System calls that the stage makes before it becomes the engine, in order. */
  readonly calls: readonly Call[];
  /** Paths that are there inside namespaces; null: no namespaces. */
  readonly binds: readonly Bind[] | null;
  /** A filter that whoever puts up the namespaces also puts on. */
  readonly filter: Filter | null;
  /** A profile of macOS' sandbox-exec. */
  readonly profile: string | null;
}

/** Before the first layer. */
export const BARE: Sealing = {
  argv: [],
  env: {},
  ulimits: [],
  diesWith: null,
  closes: [],
  calls: [],
  binds: null,
  filter: null,
  profile: null,
};

/** A path of this machine that is the same path inside. `optional`: where systems differ, it may be missing. */
export interface Bind {
  readonly path: string;
  readonly access: "read" | "write" | "device";
  readonly optional: boolean;
  /**
   * The starter opens it beforehand, since no symbolic link may lead to it and bubblewrap would follow one, and hands it
   * over at this number; null: bubblewrap goes by the path.
   */
  readonly descriptor: number | null;
}

/** What layers are made from. Paths are absolute. */
export interface LayerRequest {
  readonly engine: string;
  /** The modules that the engine loads: the runner, the guest library, and what snippets know as "writ". */
  readonly runner: string;
  readonly guest: string;
  readonly helpers: string;
  /** What this run was granted: its input files, and its approved capabilities. */
  readonly granted: readonly Granted[];
  readonly v8Flags: readonly string[];
  readonly rlimits: readonly Rlimit[];
  /** When the kernel ends a run that no parent times; null: never. */
  readonly alarmMs: number | null;
  readonly level: Level;
  readonly face: Face;
  readonly machine: Machine;
  readonly landlockAbi: number;
}

/** One layer of the sandbox: what it stops, whether it belongs to what encloses a run, and what it adds. */
export interface Layer {
  readonly name: string;
  readonly stops: string;
  isPartOf(reached: Reached): boolean;
  apply(inner: Sealing, request: LayerRequest): Sealing;
}

export const always = (): boolean => true;

/** Where a stage's calls are made, by whatever means. */
export const whereStaged = ({ level }: Reached): boolean => level === "strong" || level === "full";
