import { StringDecoder } from "node:string_decoder";
import type { SessionEvent } from "../../terms/event.ts";
import { type Failure, WritError } from "../../terms/failure.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { createDraftingClock } from "../drafting/clock.ts";
import { type Line, line, span } from "../line.ts";
import { notesOf } from "../notes.ts";
import { undecidedRecord } from "../undecided.ts";
import { wrap } from "../wrap.ts";
import { failureBlock, noteBlock, outcomeBlock, textBlock } from "./blocks.ts";
import type { Job, JobEnd, ResultWriter } from "./collaborators.ts";
import type { Desk } from "./desk.ts";
import { createResultHead, type ResultHead } from "./result-head.ts";

const TICK_MS = 100;
/** Lines of a run's stderr that are shown, and characters of each. */
const ERROR_LINES_MOST = 100;
const ERROR_LINE_MOST = 2000;

/**
 * Do a job in front of the user: what it says, asks and gives is shown as it comes, it can be stopped, and
 * what is left of it is printed above. Returns how a run ended, or null where nothing ran.
 */
export async function runJob(
  desk: Desk,
  options: { readonly title: string; readonly what: string; start(job: Job): Promise<JobEnd> },
): Promise<Outcome | null> {
  const { title, what, start } = options;
  const stop = new AbortController();
  desk.stopWith(stop);
  desk.happen({ type: "wait", what });
  const result = desk.with_.newResult(title);
  const head = createResultHead();
  const errors = errorLines(desk);
  let timer: NodeJS.Timeout | undefined;
  let unwritable: Failure | null = null;
  const clock = createDraftingClock(desk.with_.nowMs, (elapsedMs) =>
    desk.happen({ type: "drafting-for", elapsedMs }),
  );
  const started = () => {
    if (timer !== undefined) return;
    const nowMs = desk.with_.nowMs();
    desk.happen({ type: "run", title, nowMs, head: head.rows });
    timer = setInterval(() => tell(desk, result), TICK_MS);
  };
  try {
    const end = await start({
      signal: stop.signal,
      decide: (question) => desk.decide(question),
      show(event) {
        if (event.type === "drafting") clock.start();
        if (event.type === "drafted") clock.stop();
        if (event.type === "started") started();
        else show(desk, event);
      },
      started,
      result(chunk, form) {
        try {
          if (unwritable === null) head.take(result.take(chunk, form));
        } catch (error) {
          if (!(error instanceof WritError)) throw error;
          unwritable = error.failure;
          stop.abort("SIGTERM");
        }
      },
      errors: errors.take,
    });
    clearInterval(timer);
    errors.end();
    if (unwritable !== null) desk.print(failureBlock(unwritable, desk.size().columns));
    return finish(desk, end, { result, head, wasHeard: errors.count() > 0 });
  } finally {
    clearInterval(timer);
    clock.stop();
    desk.stopWith(null);
  }
}

function tell(desk: Desk, result: ResultWriter): void {
  desk.happen({ type: "progress", nowMs: desk.with_.nowMs(), progress: result.progress() });
}

function show(desk: Desk, event: SessionEvent): void {
  desk.happen({ type: "session", event });
  const { columns } = desk.size();
  const notes = event.type === "saved" ? savedNotes(event.name) : notesOf(event);
  if (notes.length > 0) desk.print(notes.flatMap((one) => wrap(one, { columns })));
}

function savedNotes(name: string): readonly Line[] {
  return [line(span(`saved as ${name}: type ${name} to run it again, without a model`, "good"))];
}

function finish(
  desk: Desk,
  end: JobEnd,
  run: { readonly result: ResultWriter; readonly head: ResultHead; readonly wasHeard: boolean },
): Outcome | null {
  const size = desk.size();
  run.head.end();
  const progress = run.result.progress();
  const result = run.result.end();
  desk.happen({ type: "wait", what: "" });
  if (end.kind === "said") desk.print(textBlock(end.text, size.columns));
  if (end.kind === "failed") desk.print(failed(desk, end.failure));
  if (end.kind !== "ran") return null;
  const { outcome } = end;
  desk.print(outcomeBlock({ outcome, head: run.head.rows, progress, result, wasHeard: run.wasHeard }, size));
  if (result !== null) desk.happen({ type: "result", result });
  return outcome;
}

/** A decision that was no was recorded already. */
function failed(desk: Desk, failure: Failure): readonly Line[] {
  const { columns } = desk.size();
  const { undecided } = desk.state();
  if (failure.kind === "interrupted") return noteBlock("stopped", columns, "warn");
  if (failure.kind === "not-approved" && failure.reason === "declined") return [];
  return [
    ...(undecided === null ? [] : undecidedRecord(undecided, columns, desk.highlight())),
    ...failureBlock(failure, columns),
  ];
}

/** What a run says on its stderr, line by line above the live area; of a flood the start. */
function errorLines(desk: Desk): { take(chunk: Uint8Array): void; end(): void; count(): number } {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let count = 0;
  const print = (lines: readonly string[]) => {
    const room = Math.max(0, ERROR_LINES_MOST - count);
    count += lines.length;
    const { columns } = desk.size();
    const shown = lines.slice(0, room).map((one) => line(span("│ ", "dim"), one.slice(0, ERROR_LINE_MOST)));
    if (shown.length > 0) desk.print(shown.flatMap((one) => wrap(one, { columns, hang: 2 })));
  };
  const take = (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!.slice(0, ERROR_LINE_MOST);
    if (lines.length > 0) print(lines);
  };
  return {
    take: (chunk) => take(decoder.write(Buffer.from(chunk))),
    end() {
      take(decoder.end());
      if (rest !== "") print([rest]);
      const hidden = count - ERROR_LINES_MOST;
      if (hidden > 0) desk.print([line(span(`│ … and ${hidden} more lines on stderr`, "dim"))]);
    },
    count: () => count,
  };
}
