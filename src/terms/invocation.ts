import type { HowRead, HowWritten, OutputName } from "./format.ts";

/** One input of a run. `path` null is stdin. `name` is what messages call it. */
export interface InvocationInput {
  readonly name: string;
  readonly path: string | null;
}

/**
 * What the host tells the child about one run, as the first argument; the command's own options follow it.
 * `inputs` empty: there is no input (`-n`). `output` `tagged` is for a host that draws on a terminal: every
 * line starts with `r` (an NDJSON record), `l` (a line of text) or `b` (base64 of raw bytes).
 * `maxOutputBytes` null: no limit; `maxRecords` absent: none; `maxLineBytes` absent: the readers' own.
 */
export interface Invocation extends HowRead, HowWritten {
  readonly inputs: readonly InvocationInput[];
  readonly output: OutputName | "tagged";
  readonly maxOutputBytes: number | null;
  readonly maxRecords?: number;
  readonly maxLineBytes?: number;
  /** What the run may take, for helpers that hold many items; absent: no limit. */
  readonly memoryBytes?: number;
  /** Nothing is said but errors and what was left out of the result. */
  readonly quiet?: true;
  /** The host wants to know what was read and written: at the end, and every so often (null: not) while it goes on. */
  readonly report?: { readonly everyMs: number | null };
  /** The word after the invocation is what the one input is called: a run file knows it, its maker did not. */
  readonly named?: true;
}

/** How the child ends. Anything else comes from the kernel or the engine. */
export const CHILD_EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  malformed: 65,
  noInput: 66,
  memory: 137,
  output: 153,
  records: 154,
} as const;
