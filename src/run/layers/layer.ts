import type { Level } from "../../terms/level.ts";
import type { Granted } from "../grants/grant.ts";
import type { Rlimit } from "../limits/limit-row.ts";
import type { Face } from "../plan.ts";
import type { Call } from "../stage/call.ts";

/** What the layers have made so far. */
export interface Sealing {
  /** The engine and its arguments. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Limits that the starting shell sets. */
  readonly ulimits: readonly Rlimit[];
  /** System calls that the stage makes before it becomes the engine, in order. */
  readonly calls: readonly Call[];
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
  readonly level: Level;
  readonly face: Face;
  readonly landlockAbi: number;
}

/** One layer of the sandbox: what it stops, the weakest level it belongs to, and what it adds. */
export interface Layer {
  readonly name: string;
  readonly stops: string;
  readonly from: Level;
  apply(inner: Sealing, request: LayerRequest): Sealing;
}
