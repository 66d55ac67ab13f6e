import type { Draft } from "../terms/draft.ts";
import type { Answer, SessionEvent } from "../terms/event.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import { wordOutcome } from "../terms/outcome-wording.ts";
import type { Ended } from "./session.ts";

/** What the history keeps of one session: the last draft, the decision and the ending. */
export interface Recorded {
  readonly at: string;
  readonly directive: string;
  readonly draft: Draft | null;
  /** The last reply that held no draft, its end cut where it is long. */
  readonly reply: string | null;
  readonly decision: "yes" | "no" | "save" | null;
  readonly outcome: string | null;
  readonly failure: string | null;
  readonly exitCode: number;
  /** How long the run took; null where nothing ran. */
  readonly runMs: number | null;
}

/**
 * Pass a session's events on unchanged and hand what is worth remembering to `record` when it ends, however
 * it ends: also when the reader of the events stops early or a bug is thrown.
 */
export async function* recordHistory(
  directive: string,
  events: AsyncGenerator<SessionEvent, Ended, void>,
  record: (recorded: Recorded) => void,
): AsyncGenerator<SessionEvent, Ended, void> {
  let recorded: Recorded | null = null;
  try {
    for (;;) {
      const { value, done } = await events.next();
      if (done) return value;
      recorded ??= {
        at: value.at,
        directive,
        draft: null,
        reply: null,
        decision: null,
        outcome: null,
        failure: null,
        exitCode: 0,
        runMs: null,
      };
      recorded = { ...recorded, ...remembered(value) };
      yield value;
    }
  } finally {
    if (recorded) record(recorded);
  }
}

function remembered(event: SessionEvent): Partial<Recorded> {
  switch (event.type) {
    case "drafted":
      return { draft: event.draft };
    case "undrafted":
      return { reply: event.reply.text };
    case "decided":
      return event.question === "approve" ? decisionOf(event.answer) : {};
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

/** An edit or a revision decides nothing yet. */
function decisionOf({ kind }: Answer): Partial<Recorded> {
  return kind === "yes" || kind === "no" || kind === "save" ? { decision: kind } : {};
}
