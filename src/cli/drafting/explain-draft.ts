import { explain } from "../../check/explain/explain.ts";
import type { Runnable } from "../../session/collaborators.ts";
import { toArgv } from "../../terms/argv.ts";
import { linesOf } from "../../terms/example.ts";
import type { ExplainedRun, Explanation } from "../../terms/explanation.ts";
import type { HowRead, HowWritten } from "../../terms/format.ts";
import type { Context } from "../context.ts";
import type { SeenInput } from "../input/look-at-inputs.ts";
import { sandboxLevel } from "../sandbox/sandbox-level.ts";
import { firstRecords, type LoneRecord, together } from "./first-records.ts";
import { runSealed } from "./run-sealed.ts";
import { wordEnding } from "./trial-stage.ts";
import { whyNotSealed } from "./why-not-sealed.ts";

/** What is explained. `runnable` null: the check refuses it; `"dry-run"`: nothing is to run. */
export interface ExplainRequest {
  readonly code: string;
  readonly runnable: Runnable | "dry-run" | null;
  readonly seen: readonly SeenInput[];
  readonly inputs: number;
  readonly how: HowRead & HowWritten;
  readonly context: Context;
}

const RECORDS = 3;
const LINES_SHOWN = 3;

/**
 * A draft in words, and what it makes of three records of the sample: of each alone, and of all three where that is more
 * than the three results in a row. It is run for that as in a trial; nothing of it is asked of a model.
 */
export async function explainDraft(request: ExplainRequest): Promise<Explanation> {
  return { lines: explain(request.code), runs: await runsOf(request) };
}

async function runsOf(request: ExplainRequest): Promise<Explanation["runs"]> {
  const { runnable, seen, inputs, how, context } = request;
  if (runnable === null) return { kind: "not-run", why: "the safety stage refused" };
  if (runnable === "dry-run") return { kind: "not-run", why: "a dry run runs nothing" };
  const why = whyNotSealed(runnable.capabilities, await sandboxLevel(context));
  if (why !== null) return { kind: "not-run", why };
  const [first] = seen;
  if (!first || inputs !== 1) {
    return { kind: "not-run", why: first ? "it has more than one input" : "it has no input" };
  }
  const records = firstRecords(first, how, RECORDS);
  if (typeof records === "string") return { kind: "not-run", why: records };
  return { kind: "ran", runs: await runOnEach(request, runnable, first, records) };
}

async function runOnEach(
  { how, context }: ExplainRequest,
  runnable: Runnable,
  { name, format }: SeenInput,
  records: readonly LoneRecord[],
): Promise<readonly ExplainedRun[]> {
  const argv = toArgv(runnable.schema, runnable.draft.values);
  const runOn = async (bytes: Uint8Array, given: string | null) => {
    const inputs = [{ name, bytes }];
    const read = { ...how, from: format };
    const { stdout, outcome } = await runSealed(
      { code: runnable, inputs, argv, how: read, output: "auto" },
      context,
    );
    if (outcome.kind === "stopped") context.signal.throwIfAborted();
    const failed = outcome.kind === "done" ? {} : { failed: wordEnding(outcome).split("\n", 1)[0]! };
    return { run: { given, gave: linesOf(stdout).slice(0, LINES_SHOWN), ...failed }, stdout };
  };
  const alone = [];
  for (const { text, bytes } of records) alone.push(await runOn(bytes, text));
  const all = await runOn(together(records, format, how.header), null);
  const isMore = all.stdout !== alone.map(({ stdout }) => stdout).join("");
  return [...alone, ...(isMore ? [all] : [])].map(({ run }) => run);
}
