import { type ChildProcess, spawn as start } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { Duplex, Readable } from "node:stream";
import { EXIT } from "../terms/exit-code.ts";
import { WritError } from "../terms/failure.ts";
import type { Outcome } from "../terms/outcome.ts";
import type { Tally } from "../terms/tally.ts";
import { visible } from "../terms/visible.ts";
import { type FedPipe, type Feeding, feedPipe, pour } from "./feed-pipe.ts";
import { type CallerLimits, readCallerLimits } from "./limits/outside.ts";
import { followStatus } from "./namespace-status.ts";
import { openFixed } from "./open-fixed.ts";
import { type Mark, readOutcome } from "./outcome.ts";
import type { FixedPath, Plan } from "./plan.ts";
import { takeReports } from "./take-reports.ts";
import { watchMemory } from "./watch-memory.ts";

/** The streams around a run. `stdout: "inherit"` hands over our own descriptor untouched. */
export interface RunStreams {
  /** For a `pump` feed. */
  readonly feeding?: Feeding;
  /** Further inputs that are streams: the plan names these paths. */
  readonly pipes?: readonly FedPipe[];
  /** Values of the variables that the plan passes on, by their names there; one that is not set is left out. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly stdout: "inherit" | ((chunk: Buffer) => void);
  readonly stderr: (chunk: Buffer) => void;
  /** Where the plan has the child report: what it says, and at the end the most memory that was seen in use. */
  readonly reports?: {
    readonly tally: (tally: Tally) => void;
    readonly peak: (bytes: number) => void;
  };
}

const STDERR_TAIL_BYTES = 8 * 1024;

/**
 * Start what the plan says and wait for its end. The only place where a snippet starts. The child leads its
 * own session, so that ending it ends all of it. Aborting `signal` (its reason names the signal that came)
 * ends the child at once. Throws `input-missing` where the feed's file cannot be opened, `engine-missing`
 * where the program cannot be started.
 */
export async function spawn(plan: Plan, streams: RunStreams, signal: AbortSignal): Promise<Outcome> {
  const started = performance.now();
  const fixed = openAll(plan.namespaces?.fixed ?? []);
  if (typeof fixed === "string")
    return {
      kind: "sealing-failed",
      wallMs: 0,
      detail: `${fixed} is not what was approved`,
      probable: false,
    };
  const child = startWith(fixed, () => startChild(plan, streams, fixed));
  if (plan.namespaces) endWith(child, child.stdio[plan.namespaces.alive] as Duplex);
  const status = plan.namespaces && followStatus(child.stdio[plan.namespaces.status] as Readable);
  let mark: Mark | null = null;
  const end = (cause: Mark) => {
    mark ??= cause;
    kill(child);
  };

  const tail = tailOf(STDERR_TAIL_BYTES);
  const said = (chunk: Buffer) => {
    tail.add(chunk);
    streams.stderr(chunk);
  };
  const reports = streams.reports && takeReports(streams.reports.tally, said);
  child.stderr?.on("data", reports?.take ?? said);
  if (typeof streams.stdout === "function") child.stdout?.on("data", streams.stdout);
  const lost = (error: Error) => end(lossOf(error));
  if (plan.feed.kind === "pump" && child.stdin) pour(child.stdin, streams.feeding ?? {}, lost);
  const pipes = (streams.pipes ?? []).map((pipe) => feedPipe(pipe, lost));

  const memory = watchMemory(
    () => (status ? status.engine() : child.pid),
    plan.watch.residentBytes,
    (residentBytes) => end({ kind: "memory", residentBytes }),
  );
  const timer =
    plan.watch.wallMs === null ? undefined : setTimeout(() => end({ kind: "wall" }), plan.watch.wallMs);
  const abort = () => end({ kind: "signal", signal: signal.reason ?? "SIGINT" });
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);

  try {
    const found = await ended(child);
    reports?.end();
    streams.reports?.peak(memory.seen().residentBytes);
    // Where namespaces were not put up, that is what the run ended of, whatever bubblewrap's own code.
    const inside = status ? status.ended(found.code) : found;
    const { code, signal: died } = inside ?? { code: EXIT.sealingFailed, signal: null };
    return readOutcome({
      code,
      signal: died,
      relayed: status !== null,
      ran: inside !== null,
      caller: callerLimits(),
      mark,
      limits: plan.limits,
      memory: memory.seen(),
      idleBytes: (plan.watch.residentBytes ?? plan.limits.memoryBytes) - plan.limits.memoryBytes,
      stderrTail: visible(tail.text()).trim(),
      wallMs: Math.round(performance.now() - started),
    });
  } finally {
    clearTimeout(timer);
    memory.stop();
    signal.removeEventListener("abort", abort);
    streams.feeding?.rest?.destroy();
    for (const pipe of pipes) pipe.end();
  }
}

/** `fixed`: descriptors of the plan's fixed paths. */
function startChild(plan: Plan, streams: RunStreams, fixed: readonly number[]): ChildProcess {
  const { feed } = plan;
  const file = feed.kind === "file" ? openInput(feed.path) : null;
  const filter = plan.namespaces?.filter ? openSync(plan.namespaces.filter.path, "r") : null;
  const stdin = { none: "ignore", inherit: 0, pump: "pipe", file } as const;
  try {
    return start(plan.argv[0]!, plan.argv.slice(1), {
      env: { ...plan.env, ...streams.variables },
      detached: true,
      stdio: [
        stdin[feed.kind],
        streams.stdout === "inherit" ? 1 : "pipe",
        "pipe",
        // In the order of their numbers in the plan.
        ...(plan.namespaces ? ["pipe" as const, filter ?? ("ignore" as const), "pipe" as const] : []),
        ...fixed,
      ],
    });
  } finally {
    if (file !== null) closeSync(file);
    if (filter !== null) closeSync(filter);
  }
}

/** All of these paths, opened in their order; the first that is not what was approved, where there is one. */
function openAll(paths: readonly FixedPath[]): readonly number[] | string {
  const opened: number[] = [];
  for (const { path } of paths) {
    const descriptor = openFixed(path);
    if (descriptor === null) {
      for (const other of opened) closeSync(other);
      return path;
    }
    opened.push(descriptor);
  }
  return opened;
}

function startWith(descriptors: readonly number[], work: () => ChildProcess): ChildProcess {
  try {
    return work();
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}

// Nothing is ever written there: whoever reads it learns that we are gone, or have seen the end.
function endWith(child: ChildProcess, alive: Duplex): void {
  alive.on("error", () => {});
  child.once("exit", () => alive.destroy());
}

// A run inherits ours; where the system does not tell, they count as unlimited.
function callerLimits(): CallerLimits {
  try {
    return readCallerLimits(readFileSync("/proc/self/limits", "utf8"));
  } catch {
    return readCallerLimits("");
  }
}

function openInput(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WritError({ kind: "input-missing", input: path, detail }, { cause: error });
  }
}

function lossOf(error: NodeJS.ErrnoException): Mark {
  if (error instanceof WritError && error.failure.kind === "input-malformed")
    return { kind: "malformed", detail: error.failure.detail };
  return { kind: "input", detail: error.code ?? error.message };
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(new WritError({ kind: "engine-missing", detail: error.message }, { cause: error })),
    );
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

function tailOf(bytesMost: number): { add(chunk: Buffer): void; text(): string } {
  let kept: Buffer = Buffer.alloc(0);
  return {
    add(chunk) {
      const all = Buffer.concat([kept, chunk]);
      kept = all.subarray(Math.max(0, all.length - bytesMost));
    },
    text: () => kept.toString("utf8"),
  };
}
