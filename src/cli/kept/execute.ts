import { isatty } from "node:tty";
import { documentNamed } from "../../formats/document.ts";
import { type Places, statePaths } from "../../keep/places.ts";
import { findEngine } from "../../run/engine.ts";
import { type Feed, type Plan, type PlanRequest, planRun } from "../../run/plan.ts";
import type { Reached } from "../../run/reached.ts";
import { runnerModule } from "../../run/runner-module.ts";
import { type RunStreams, spawn } from "../../run/spawn.ts";
import type { HowRead, HowWritten, OutputName } from "../../terms/format.ts";
import type { Limits } from "../../terms/limit.ts";
import type { OptionSchema } from "../../terms/option.ts";
import type { Outcome } from "../../terms/outcome.ts";
import type { Reads } from "../../terms/reads.ts";
import type { Shape } from "../../terms/shape.ts";
import type { RunStats, Tally } from "../../terms/tally.ts";
import type { Capability } from "../../terms/verdict.ts";
import { columnsOf } from "../faces/columns-of.ts";
import { tell } from "../faces/print.ts";
import { createProgress, type Progress } from "../faces/progress.ts";
import { openResultSink } from "../faces/result-sink.ts";
import { type Sink, stderrFilter } from "../faces/stderr-filter.ts";
import { readyGrants } from "../grants/ready-grants.ts";
import { type Heads, knownBytes, streamsOf } from "../input/input.ts";
import type { Input } from "../input/named-input.ts";
import { refuseGranted } from "../input/same-file.ts";
import { distPath } from "../installation.ts";
import { documentsFor } from "./documents.ts";
import { feedingOf, type LentPipes, lendPipes } from "./lend-pipes.ts";
import { placeModule, placePlan } from "./place-file.ts";

/** What is run, and on what. */
export interface Execution {
  readonly code: {
    readonly javascript: string;
    readonly schema: OptionSchema;
    readonly reads: Reads;
    readonly capabilities: readonly Capability[];
    /** The input it was approved on, to tell another one by. */
    readonly shape?: Shape;
  };
  readonly inputs: readonly Input[];
  /** What sampling read of streams. */
  readonly heads?: Heads | undefined;
  readonly argv: readonly string[];
  readonly limits: Limits;
  /** What this machine enforces: the run gets all of it. */
  readonly reached: Reached;
  readonly output: OutputName;
  readonly how: HowRead & HowWritten;
  /** `-q`: what may be of interest and is no error stays unsaid. */
  readonly quiet?: boolean;
  /** Whether a terminal is told how far it is; `none` unless set. */
  readonly progress?: "terminal" | "none";
  /** Told the run in figures, once it has ended. */
  readonly stats?: (stats: RunStats) => void;
  /** Where the result goes instead of stdout; tagged lines where the output is one that a host draws. */
  readonly into?: RunSinks;
}

/** Who takes what a run writes. */
export interface RunSinks {
  result(chunk: Buffer, form: "tagged" | "rendered"): void;
  errors(chunk: Buffer): void;
}

/** A run that is decided but not started. */
export interface Prepared {
  readonly plan: Plan;
  run(signal: AbortSignal): Promise<Outcome>;
}

/** Write the runner module, decide the plan, put its stage in place. Starts nothing. */
export function prepare(places: Places, execution: Execution): Prepared {
  const { inputs, heads, limits, code } = execution;
  const guest = distPath("guest.txt");
  const how = namedFormat(execution.how, inputs);
  const { capabilities } = code;
  const documents = documentsFor({ from: how.from, names: inputs.map(({ name }) => name), capabilities });
  const runner = runnerModule({ guest, ...code, documents });
  const paths = statePaths(places.state);

  const draws =
    (execution.into !== undefined || isatty(1)) &&
    (execution.output === "auto" || execution.output === "table");
  const shows = showsProgress(execution);
  const { first, others } = streamsOf(inputs);
  const lent = lendPipes(others, heads);
  const single = inputs.length === 1;
  const request: Omit<PlanRequest, "stages"> = {
    face: "attended",
    reached: execution.reached,
    engine: findEngine(),
    runner: placeModule(paths.runners, runner),
    guest,
    helpers: distPath("writ.mjs"),
    limits,
    argv: execution.argv,
    capabilities,
    feed: feedOf(inputs, first, heads),
    invocation: {
      inputs: inputs.map((input) => ({
        name: input.name,
        path: input.kind === "stream" ? lent.pathOf(input) : single ? null : input.path,
      })),
      ...how,
      output: draws ? "tagged" : execution.output,
      maxOutputBytes: limits.outputBytes,
      ...(execution.quiet ? { quiet: true as const } : {}),
      ...(shows || execution.stats ? { report: { everyMs: shows ? REPORT_MS : null } } : {}),
    },
  };
  const plan = placePlan(paths.stages, (stages) => planRun({ ...request, stages }));
  return { plan, run: (signal) => run({ plan, places, execution, lent, draws, signal }) };
}

async function run(decided: {
  readonly plan: Plan;
  readonly places: Places;
  readonly execution: Execution;
  readonly lent: LentPipes;
  readonly draws: boolean;
  readonly signal: AbortSignal;
}): Promise<Outcome> {
  const { plan, places, execution, lent, draws, signal } = decided;
  const { inputs, heads } = execution;
  refuseGranted(execution.code.capabilities, inputs);
  const { variables } = readyGrants(execution.code.capabilities, { places, env: process.env });
  const { first } = streamsOf(inputs);
  const shown = showsProgress(execution) ? startProgress(inputs) : null;
  const sinks = execution.into
    ? passedIn(execution.into, draws)
    : await standard(execution, { draws, shown });
  let tally: Tally | null = null;
  let peakBytes: number | null = null;
  const streams: RunStreams = {
    variables,
    ...(first && plan.feed.kind === "pump" ? { feeding: feedingOf(first, heads) } : {}),
    pipes: lent.pipes,
    stdout: sinks.result ? (chunk) => sinks.result?.write(chunk) : "inherit",
    stderr: (chunk) => sinks.errors.write(chunk),
    ...(shown || execution.stats
      ? {
          reports: {
            tally: (now) => {
              tally = now;
              shown?.told(now);
            },
            peak: (bytes) => {
              peakBytes = bytes || null;
            },
          },
        }
      : {}),
  };
  lent.make();
  try {
    const outcome = await spawn(plan, streams, signal);
    sinks.result?.end();
    sinks.errors.end();
    shown?.end();
    execution.stats?.({ tally, wallMs: outcome.wallMs, peakBytes });
    return outcome;
  } finally {
    shown?.end();
    lent.remove();
  }
}

/** Our own stdout and stderr; null: stdout is handed over as it is. */
async function standard(
  { quiet }: Pick<Execution, "quiet">,
  { draws, shown }: { readonly draws: boolean; readonly shown: Progress | null },
): Promise<{ result: Sink | null; errors: Sink }> {
  const before = (text: string) => shown?.wrote(text);
  const hint = quiet ? () => {} : tell;
  return {
    result: isatty(1) ? await openResultSink({ draws, before, hint }) : null,
    errors: stderrFilter(before),
  };
}

/** How often the child says how far it is. */
const REPORT_MS = 200;

// What is typed into the same terminal would be drawn over.
function showsProgress({ progress, into, inputs }: Execution): boolean {
  const isTyped = inputs.some((input) => input.name === "stdin") && isatty(0);
  return progress === "terminal" && into === undefined && isatty(2) && !isTyped;
}

function startProgress(inputs: readonly Input[]): Progress {
  return createProgress({
    bytes: knownBytes(inputs),
    write: (text) => process.stderr.write(text),
    columns: () => columnsOf(process.stderr),
    nowMs: () => performance.now(),
  });
}

function passedIn(into: RunSinks, draws: boolean): { result: Sink; errors: Sink } {
  const end = () => {};
  const form = draws ? "tagged" : "rendered";
  return {
    result: { write: (chunk) => into.result(chunk, form), end },
    errors: { write: (chunk) => into.errors(chunk), end },
  };
}

/** A single FILE is what its name says. */
function namedFormat(how: HowRead, inputs: readonly Input[]): HowRead {
  const from = inputs.length === 1 && how.from === "auto" ? documentNamed(inputs[0]!.name) : null;
  return from ? { ...how, from } : how;
}

// What was sampled from a stream must be fed again, and a terminal cannot be read from another session: both
// are pumped, and with a result on a terminal a pipe is, for it may be compressed. An untouched stdin is passed on as it is; a single regular file is opened as the child's stdin.
function feedOf(
  inputs: readonly Input[],
  stream: ReturnType<typeof streamsOf>["first"],
  heads?: Heads,
): Feed {
  if (stream?.isPumped) return { kind: "pump" };
  if (stream) {
    const isOurs = heads?.has(stream) || stream.name !== "stdin" || isatty(0) || isatty(1);
    return { kind: isOurs ? "pump" : "inherit" };
  }
  const [only, ...others] = inputs;
  return only?.kind === "file" && others.length === 0 ? { kind: "file", path: only.path } : { kind: "none" };
}
