import type { Executed, Runnable } from "../../session/collaborators.ts";
import { toArgv } from "../../terms/argv.ts";
import { linesOf } from "../../terms/example.ts";
import type { HowRead, HowWritten } from "../../terms/format.ts";
import { itemOf } from "../../terms/judge-example.ts";
import { formatBytes } from "../../terms/limit.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { wordOutcome } from "../../terms/outcome-wording.ts";
import type { StageResult, StageStatus } from "../../terms/verdict.ts";
import type { Context } from "../context.ts";
import type { SeenInput } from "../input/look-at-inputs.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { holdToSchema } from "./hold-to-schema.ts";
import type { OutputSchema } from "./output-schema.ts";
import { runSealed, type SealedResult, wordTrialLimit } from "./run-sealed.ts";
import { trialInput } from "./trial-input.ts";
import { whyNotSealed } from "./why-not-sealed.ts";

/** What a draft is tried on. */
export interface TrialRequest {
  readonly runnable: Runnable;
  /** What was looked at of the inputs, and how many there are. */
  readonly seen: readonly SeenInput[];
  readonly inputs: number;
  readonly how: HowRead & HowWritten;
  readonly context: Context;
  /** What each record of the result has to be like; null: anything. */
  readonly outputSchema: OutputSchema | null;
  /** What a model may know of what a run said: without data where no data may be sent. */
  diagnose(said: string): Promise<string>;
  /** Text that holds data as a model may see it; null where no value may be sent. */
  sendable(text: string): Promise<string | null>;
}

const ROWS_SHOWN = 5;
const SCHEMA_UNITS_MOST = 4000;

/**
 * The trial stage: the draft on what was read of the input. Passed: it came to its end within the limits. What it gave is
 * for a person to look at; nobody knows whether it is right.
 */
export async function trialStage(request: TrialRequest): Promise<Executed> {
  const { runnable, how, context } = request;
  const inputs = bytesOf(request);
  const why = whyNotSealed(runnable.capabilities, await sandboxLevel(context));
  if (why !== null || typeof inputs === "string")
    return { result: trial("not-run", why ?? String(inputs)), diagnostics: "" };
  const run = await runSealed(
    {
      code: runnable,
      inputs,
      argv: toArgv(runnable.schema, runnable.draft.values),
      how,
      output: "auto",
    },
    context,
  );
  const { outcome } = run;
  if (outcome.kind === "stopped") context.signal.throwIfAborted();
  const rows = linesOf(run.stdout).slice(0, ROWS_SHOWN);
  if (outcome.kind === "done") return finished(run, rows, request);
  const said = wordEnding(outcome);
  const diagnostics = `A trial run on the beginning of the input failed:\n${await request.diagnose(said)}`;
  return { result: trial("failed", said.split("\n", 1)[0]!, rows), diagnostics };
}

/** It came to its end: what is left to see is whether its records are as they should be. */
async function finished(
  run: SealedResult,
  rows: readonly string[],
  { seen, outputSchema, sendable }: TrialRequest,
): Promise<Executed> {
  const records = () => linesOf(run.stdout).map(itemOf);
  const wrong = outputSchema && holdToSchema(records(), outputSchema);
  if (outputSchema === null || wrong === null) {
    return { result: trial("passed", gave(run, seen), rows), diagnostics: "" };
  }
  const schema = outputSchema.text.slice(0, SCHEMA_UNITS_MOST);
  const told = (await sendable(wrong.why)) ?? wrong.withoutData;
  const diagnostics = `Each record of the result must be as this JSON Schema says, and ${told}:\n${schema}`;
  return { result: trial("failed", `not as the output schema says: ${wrong.why}`, rows), diagnostics };
}

/** How a sealed run ended, as a sentence or more. */
export function wordEnding(outcome: Outcome): string {
  return outcome.kind === "limit" ? wordTrialLimit(outcome) : wordOutcome(outcome).sentence;
}

function trial(status: StageStatus, detail: string, rows: readonly string[] = []): StageResult {
  return { stage: "trial", status, detail, findings: [], ...(rows.length > 0 ? { rows } : {}) };
}

function bytesOf({
  seen,
  inputs,
  how,
}: TrialRequest): readonly { name: string; bytes: Uint8Array }[] | string {
  if (seen.length < inputs) return `only ${seen.length} of ${inputs} inputs were looked at`;
  const read = seen.map((one) => ({ name: one.name, input: trialInput(one, how.encoding) }));
  const unfit = read.find(({ input }) => input.kind === "unfit")?.input;
  if (unfit?.kind === "unfit") return unfit.why;
  return read.flatMap(({ name, input }) => (input.kind === "bytes" ? [{ name, bytes: input.bytes }] : []));
}

function gave({ rows, stdout }: SealedResult, seen: readonly SeenInput[]): string {
  const what =
    rows > 0 || stdout === ""
      ? `${rows === 0 ? "no" : rows} ${rows === 1 ? "row" : "rows"}`
      : formatBytes(Buffer.byteLength(stdout));
  const [first, ...others] = seen;
  if (first === undefined) return `${what}, without input`;
  const [second] = others;
  const more = others.length === 1 && second ? ` and ${second.name}` : ` and ${others.length} more inputs`;
  const whole = seen.every(({ head }) => head.complete) ? "" : "the beginning of ";
  return `${what} from ${whole}${first.name}${others.length === 0 ? "" : more}`;
}
