import { Readable } from "node:stream";
import { createUntagger } from "../../formats/untag.ts";
import type { Runnable } from "../../session/collaborators.ts";
import type { HowRead, HowWritten, OutputName } from "../../terms/format.ts";
import { formatBytes, type LimitName, TRIAL_LIMITS } from "../../terms/limit.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import { underCeilings } from "../arguments/under-ceilings.ts";
import type { Context } from "../context.ts";
import type { Input } from "../input/named-input.ts";
import { prepare } from "../kept/execute.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";

/** Code that is run for what it gives, on bytes that are there. */
export interface SealedRun {
  readonly code: Pick<Runnable, "javascript" | "schema" | "reads">;
  /** By the name that messages call them; none: it has no input. */
  readonly inputs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly argv: readonly string[];
  readonly how: HowRead & HowWritten;
  readonly output: OutputName;
}

/** What it gave, as a pipe would have got it, and how many of its rows were records. */
export interface SealedResult {
  readonly stdout: string;
  readonly rows: number;
  readonly records: number;
  readonly outcome: Outcome;
}

/**
 * Run code and take what it writes, all of it: its limits are those of a trial. It gets every layer that this machine has,
 * and no capability whatever it asks for. Callers ask {@link whyNotSealed} first. Throws as `prepare` and `spawn` do.
 */
export async function runSealed(run: SealedRun, context: Context): Promise<SealedResult> {
  const { code, argv, how, output } = run;
  const limits = underCeilings(TRIAL_LIMITS, await readCeilings(context.places.config));
  const kept: Uint8Array[] = [];
  const keep = (chunk: Uint8Array) => void kept.push(Uint8Array.from(chunk));
  const untagger = createUntagger(keep);
  const prepared = prepare(context.places, {
    code: { ...code, capabilities: [] },
    inputs: run.inputs.map(inMemory),
    argv,
    limits,
    reached: (await sandboxLevel(context)).reached,
    output,
    how,
    into: {
      result: (chunk, form) => (form === "tagged" ? untagger.take(chunk) : keep(chunk)),
      errors: () => {},
    },
  });
  const outcome = await prepared.run(context.signal);
  untagger.end();
  const { rows, records } = untagger.counts;
  return { stdout: Buffer.concat(kept).toString("utf8"), rows, records, outcome };
}

function inMemory({ name, bytes }: SealedRun["inputs"][number]): Input {
  return {
    kind: "stream",
    name,
    isPumped: true,
    open: () => Readable.from(bytes.length === 0 ? [] : [bytes]),
  };
}

/** How a sealed run ended at a limit: these limits are not the user's to raise. */
export function wordTrialLimit({ limit, value }: Extract<Outcome, { kind: "limit" }>): string {
  return `stopped at a trial's limit of ${AMOUNTS[limit](value)}`;
}

const AMOUNTS: Readonly<Record<LimitName, (value: number) => string>> = {
  cpu: (ms) => `${ms / 1000} s of CPU time`,
  wall: (ms) => `${ms / 1000} s`,
  memory: (bytes) => `${formatBytes(bytes)} of memory`,
  output: (bytes) => `${formatBytes(bytes)} of output`,
  records: (count) => `${count} ${count === 1 ? "record" : "records"}`,
};
