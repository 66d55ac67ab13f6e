import type { Ulimit } from "../limits/limit-row.ts";

/** What a layer works on: the command so far, outermost program first. */
export interface Sealing {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What layers are made from. */
export interface LayerRequest {
  readonly engine: string;
  readonly helpers: string;
  /** Files granted as inputs of this run. */
  readonly readable: readonly string[];
  readonly v8Flags: readonly string[];
  readonly ulimits: readonly Ulimit[];
}

/** One layer of the sandbox: what it stops, and how it wraps the command. */
export interface Layer {
  readonly name: string;
  readonly stops: string;
  apply(inner: Sealing, request: LayerRequest): Sealing;
}
