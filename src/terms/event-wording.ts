import { ADVICE, isAdviceToWeaken } from "./advice.ts";
import type { DraftOrigin, Undrafted } from "./draft.ts";
import type { SessionEvent, Waiting } from "./event.ts";
import { formatBytes, formatMs } from "./limit.ts";
import type { ModelRequest } from "./model-request.ts";
import { formatUsd } from "./price.ts";
import type { Replaced, Sample } from "./sample.ts";
import type { StageResult } from "./verdict.ts";

// What both faces say about an event, as plain text. It may hold text of a model or of the data as it came:
// each face makes that visible in its own way.

/** What was looked at. `fields` and `replaced` are empty where there are none. */
export interface SampleWording {
  /** `sampled access.log: 12K (its beginning), combined`. */
  readonly looked: string;
  readonly fields: string;
  /** `9 x e-mail address, 1 x token`. */
  readonly replaced: string;
  /** One for each passage that reads like instructions to a model. */
  readonly warnings: readonly { readonly what: string; readonly passage: string }[];
}

export function wordSample(sample: Sample): SampleWording {
  const { input, format, bytes, complete, fields, replaced, suspicious } = sample;
  return {
    looked: `sampled ${input}: ${formatBytes(bytes)} (${complete ? "all of it" : "its beginning"}), ${format}`,
    fields: fields.map(({ name }) => name).join(", "),
    replaced: wordReplaced(replaced),
    warnings: suspicious.map((passage) => ({
      what: "the data has text that reads like instructions to a model",
      passage,
    })),
  };
}

/** `9 x e-mail address, 1 x token`; empty where nothing was replaced. */
export function wordReplaced(replaced: readonly Replaced[]): string {
  const some = replaced.filter(({ count }) => count > 0);
  return some.map(({ kind, count }) => `${count} x ${kind}`).join(", ");
}

/** A phrase in three parts; `name` is what may stand out. */
export interface Phrase {
  readonly start: string;
  readonly name: string;
  readonly end: string;
}

/** Where a draft comes from. */
export function wordOrigin(origin: DraftOrigin): Phrase {
  switch (origin.kind) {
    case "model":
      return { start: "drafted by ", name: `${origin.model} at ${origin.host}`, end: "" };
    case "library": {
      const whose = { shipped: "the shipped", user: "your own", project: "the project's" }[origin.origin];
      return { start: `from ${whose} library: `, name: origin.name, end: ` (${origin.why})` };
    }
    case "edited": {
      const from = wordOrigin(origin.from);
      return { ...from, end: `${from.end}, edited by you` };
    }
  }
}

/** Who drafts. */
export function wordDrafting({ model, host, attempt }: Pick<Drafting, "model" | "host" | "attempt">): Phrase {
  return {
    start: "drafting with ",
    name: `${model} at ${host}`,
    end: attempt > 1 ? `, attempt ${attempt}` : "",
  };
}

type Drafting = Extract<SessionEvent, { type: "drafting" }>;
type Repairing = Extract<SessionEvent, { type: "repairing" }>;

/** `repairing (1 of 3 at most)`; why is the event's own `reason`. */
export function wordRepairing({ attempt, most }: Pick<Repairing, "attempt" | "most">): string {
  return `repairing (${attempt} of ${most} at most)`;
}

/** `rate limited: waiting 3 s, attempt 2 of 4`; `the model does not take seed: asking without`. */
export function wordWaiting({ reason, waitMs, attempt, most, isChanged }: Waiting): string {
  if (isChanged) return `${reason}: asking without`;
  return `${reason}: waiting ${formatMs(waitMs)}, attempt ${attempt} of ${most}`;
}

export const CONTINUING = "the reply was cut off: asking for the rest of it";

const REPLY_LINES_MOST = 12;
const REPLY_LINE_CHARS_MOST = 200;

interface UndraftedWording {
  readonly said: string;
  /** How it begins. */
  readonly lines: readonly string[];
  /** What to say about it where it would have the user weaken something. */
  readonly warning: string | null;
}

/** A reply without a draft: what is wrong with it and how it begins. Null for a question, which is put to the user. */
export function wordUndrafted({ kind, problem, text }: Undrafted): UndraftedWording | null {
  if (kind === "question") return null;
  const lines = text.trim().split("\n", REPLY_LINES_MOST + 1);
  const shown = lines.slice(0, REPLY_LINES_MOST).map((line) => shorten(line));
  return {
    said: kind === "refusal" ? "the model declined:" : `the reply holds no draft: ${problem}`,
    lines: [...shown, ...(lines.length > REPLY_LINES_MOST ? ["…"] : [])].filter((line) => line !== ""),
    warning: isAdviceToWeaken(text) ? ADVICE : null,
  };
}

function shorten(line: string): string {
  return line.length > REPLY_LINE_CHARS_MOST ? `${line.slice(0, REPLY_LINE_CHARS_MOST)}…` : line;
}

/** `asked for $0.0022: 1,200 tokens in and 100 out`; empty where the cost is not known. */
export function wordSpent({ usage }: ModelRequest): string {
  const { inputTokens, outputTokens, costUsd } = usage;
  if (costUsd === undefined) return "";
  const count = (tokens: number) => tokens.toLocaleString("en-US");
  return `asked for ${formatUsd(costUsd)}: ${count(inputTokens)} tokens in and ${count(outputTokens)} out`;
}

/** How a stage ended. What did not run is never worded as if it had passed. */
export function wordStatus({ status }: Pick<StageResult, "status">): string {
  return status === "not-run" ? "not run" : status;
}
