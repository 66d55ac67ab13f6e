import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCeilings } from "../../src/cli/arguments/ceilings.ts";
import { draftLimits } from "../../src/cli/arguments/limit-flags.ts";
import type { Context } from "../../src/cli/context.ts";
import { packageRoot } from "../../src/cli/installation.ts";
import { requiredSandbox } from "../../src/cli/sandbox/sandbox-level.ts";
import type { Config } from "../../src/cli/settings/config.ts";
import { residentTypeChecker } from "../../src/host/resident-type-checker.ts";
import { typeCheckerPath } from "../../src/host/type-checker.ts";
import type { Attempt } from "./attempt.ts";
import { byTask, type Exchange } from "./exchange.ts";
import { type ModelBridge, openModelBridge, type ReplySource } from "./model-bridge.ts";
import { readAttempt } from "./read-attempt.ts";
import { type Pipeline, runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

export interface Evaluation {
  readonly tasks: readonly Task[];
  /** Asked where a task brings no recorded reply of its own; null: such tasks cannot be done. */
  readonly source: ReplySource | null;
  readonly repairsMost: number;
  readonly tokensMost?: number;
  /** How many tasks are done at a time. */
  readonly jobs?: number;
  readonly signal?: AbortSignal;
  /** The user's own patience with models; nothing else of the settings is used. */
  readonly config?: Config;
  readonly onReply?: (exchange: Exchange) => void;
  readonly onAttempt?: (attempt: Attempt) => void;
}

/** A program has this long for the inputs of one task. */
const RUN = { time: "10s", cpu: "10s" };

/** Do every task that a reply can be had for; the others are left out. Attempts come in the order of the tasks. */
export async function evaluate(evaluation: Evaluation): Promise<readonly Attempt[]> {
  const folder = mkdtempSync(join(tmpdir(), "writ-eval-"));
  const checker = typeCheckerPath();
  const resident = checker === null ? null : residentTypeChecker(checker);
  const bridge = await openModelBridge(repliesFor(evaluation), evaluation.onReply);
  try {
    const pipeline = await openPipeline(evaluation, folder, resident);
    const doable = evaluation.tasks.filter((task) => repairsFor(task, evaluation) !== null);
    return await inTurns(doable, evaluation.jobs ?? 2, (task, at) =>
      attempt(task, { evaluation, pipeline, bridge, place: String(at) }),
    );
  } finally {
    await bridge.close();
    await resident?.close();
    rmSync(folder, { recursive: true });
  }
}

async function attempt(
  task: Task,
  by: {
    readonly evaluation: Evaluation;
    readonly pipeline: Pipeline;
    readonly bridge: ModelBridge;
    readonly place: string;
  },
): Promise<Attempt> {
  const { evaluation, pipeline, bridge, place } = by;
  const { source } = evaluation;
  const repairsMost = repairsFor(task, evaluation) ?? 0;
  const name = task.recorded?.model ?? (source?.kind === "live" ? source.endpoint.model : "recorded");
  const ran = await runTask(task, pipeline, { url: bridge.urlFor(task.id), name, repairsMost, place });
  const done = readAttempt(task, ran, bridge.given(task.id));
  evaluation.onAttempt?.(done);
  return done;
}

/** How often a task may be repaired: no more often than replies were recorded; null: there is no reply at all. */
function repairsFor(task: Task, { source, repairsMost }: Evaluation): number | null {
  if (task.recorded) return 0;
  if (source === null) return null;
  if (source.kind === "live") return repairsMost;
  const recorded = source.exchanges.get(task.id)?.length ?? 0;
  return recorded === 0 ? null : Math.min(repairsMost, recorded - 1);
}

function repliesFor({ tasks, source }: Evaluation): ReplySource {
  const own = tasks.flatMap((task) => (task.recorded ? [asExchange(task.id, task.recorded)] : []));
  if (source?.kind === "live") return source;
  return { kind: "recorded", exchanges: new Map([...(source?.exchanges ?? []), ...byTask(own)]) };
}

function asExchange(task: string, { reply, model }: NonNullable<Task["recorded"]>): Exchange {
  const unknown = { at: "", promptSha256: null, usage: null, latencyMs: null };
  return { v: 1, task, attempt: 1, model, reply, finishReason: "stop", ...unknown };
}

async function openPipeline(
  { config, signal, tokensMost }: Evaluation,
  folder: string,
  resident: Pipeline["resident"],
): Promise<Pipeline> {
  const { wait_first, wait_next, wait_total, attempts } = config ?? {};
  const patience = Object.fromEntries(
    Object.entries({ wait_first, wait_next, wait_total, attempts }).filter(([, value]) => value),
  );
  const context: Context = {
    env: { PATH: process.env.PATH, HOME: folder },
    places: {
      ...{ config: join(folder, "config"), data: join(folder, "data"), state: join(folder, "state") },
      shipped: packageRoot(),
      project: null,
    },
    config: async () => patience,
    signal: signal ?? new AbortController().signal,
    interrupt() {},
  };
  const { level, required } = await requiredSandbox(context, "the evaluation");
  const limits = draftLimits(RUN, await readCeilings(context.places.config));
  const settings = { limits, level, requiredLevel: required };
  return { context, settings, resident, folder, tokensMost: tokensMost ?? null };
}

/** Do `work` for all items, a few at a time. */
async function inTurns<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]!, at);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}
