import type { Draft } from "../terms/draft.ts";
import type { Answer, SessionEvent } from "../terms/event.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import type { ModelRequest } from "../terms/model-request.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import type { StageResult } from "../terms/verdict.ts";
import type { Ended } from "./session.ts";

/** One draft, the requests that led to it or to none, and what the stages said. */
export interface RecordedTry {
  readonly draft: Draft | null;
  /** What a model said in place of one, last. */
  readonly reply: string | null;
  readonly requests: readonly ModelRequest[];
  readonly stages: readonly Pick<StageResult, "stage" | "status">[];
}

/** What is remembered of one session: its drafts, the last decision and the ending. */
export interface Recorded {
  readonly at: string;
  readonly directive: string;
  readonly tries: readonly RecordedTry[];
  readonly decision: "yes" | "no" | "save" | null;
  readonly outcome: string | null;
  readonly failure: string | null;
  readonly exitCode: number;
  /** How long the run took; null where nothing ran. */
  readonly runMs: number | null;
  /** The command it was saved as. */
  readonly saved: string | null;
}

/**
 * Pass a session's events on unchanged and hand what is worth remembering to `record` when it ends, however
 * it ends: also when the reader of the events stops early or a bug is thrown.
 */
export async function* recordHistory(
  directive: string,
  events: AsyncGenerator<SessionEvent, Ended, void>,
  record: (recorded: Recorded) => Promise<void>,
): AsyncGenerator<SessionEvent, Ended, void> {
  let recorded: Recorded | null = null;
  try {
    for (;;) {
      const { value, done } = await events.next();
      if (done) return value;
      recorded ??= { ...NOTHING_YET, at: value.at, directive };
      recorded = { ...recorded, ...remembered(value, recorded) };
      yield value;
    }
  } finally {
    if (recorded) await record(recorded);
  }
}

const NOTHING_YET: Omit<Recorded, "at" | "directive"> = {
  tries: [],
  decision: null,
  outcome: null,
  failure: null,
  exitCode: 0,
  runMs: null,
  saved: null,
};

function remembered(event: SessionEvent, { tries }: Recorded): Partial<Recorded> {
  switch (event.type) {
    case "spent":
    case "undrafted":
    case "drafted":
    case "stage":
      return { tries: continued(tries, event) };
    case "decided":
      return event.question === "approve" ? decisionOf(event.answer) : {};
    case "saved":
      return { saved: event.name };
    case "finished":
      return {
        outcome: event.outcome.kind,
        exitCode: wordOutcome(event.outcome).exitCode,
        runMs: Math.round(event.outcome.wallMs),
      };
    case "failed":
      return { failure: event.failure.kind, exitCode: wordFailure(event.failure).exitCode };
    default:
      return {};
  }
}

const NO_DRAFT_YET: RecordedTry = { draft: null, reply: null, requests: [], stages: [] };

/** What belongs to one try. */
type Trying = Extract<SessionEvent, { type: "spent" | "undrafted" | "drafted" | "stage" }>;

/** A request or a draft after what came of the last try begins the next one. */
function continued(tries: readonly RecordedTry[], event: Trying): readonly RecordedTry[] {
  const last = tries.at(-1) ?? NO_DRAFT_YET;
  const isNext = event.type !== "stage" && (last.draft !== null || last.reply !== null);
  const current = isNext ? NO_DRAFT_YET : last;
  return [...(isNext ? tries : tries.slice(0, -1)), withEvent(current, event)];
}

function withEvent(one: RecordedTry, event: Trying): RecordedTry {
  switch (event.type) {
    case "spent":
      return { ...one, requests: [...one.requests, event.request] };
    case "undrafted":
      return { ...one, reply: event.reply.text };
    case "drafted":
      return { ...one, draft: event.draft };
    case "stage": {
      const { stage, status } = event.result;
      return { ...one, stages: [...one.stages.filter((old) => old.stage !== stage), { stage, status }] };
    }
  }
}

/** Another draft, or another look at this one, decides nothing yet. */
function decisionOf({ kind }: Answer): Partial<Recorded> {
  return kind === "yes" || kind === "no" || kind === "save" ? { decision: kind } : {};
}
