import type { Draft, Drafted, LibraryCommand } from "../terms/draft.ts";
import type { Decide, Waiting, Written } from "../terms/event.ts";
import type { Example } from "../terms/example.ts";
import type { Explanation } from "../terms/explanation.ts";
import type { LocalModel } from "../terms/failure.ts";
import type { Granting } from "../terms/granting.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";
import type { ModelRequest } from "../terms/model-request.ts";
import type { OptionSchema, OptionValue } from "../terms/option.ts";
import type { Outcome } from "../terms/outcome.ts";
import type { Reads } from "../terms/reads.ts";
import type { Sample } from "../terms/sample.ts";
import type { Capability, StageResult, Verdict } from "../terms/verdict.ts";

/** One fitting command, best first. `values` are options read out of the directive's words. */
export interface Match {
  readonly command: LibraryCommand;
  readonly confidence: number;
  readonly why: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** Commands that fit, best first, and the confidence that one needs to be offered. */
export interface Matched {
  readonly matches: readonly Match[];
  readonly bar: number;
  /** Where none does: a model that nobody configured and that answers on this machine. */
  readonly local?: LocalModel | undefined;
}

/** A configured model, as much of it as the session needs. */
export interface Model {
  readonly name: string;
  readonly host: string;
  readonly loopback: boolean;
}

/** What comes before a draft is there: the reply in pieces, waits, what each request took, that the rest is asked for. */
export type DraftPart =
  | { readonly type: "delta"; readonly text: string }
  | { readonly type: "continuing" }
  | { readonly type: "spent"; readonly request: ModelRequest }
  | ({ readonly type: "waiting" } & Waiting);

/**
 * What a model is asked to improve on: what a stage said about a draft, or what the user did; or a reply that was no
 * draft, with what was wrong with it, after what came before.
 */
export type Previous =
  | { readonly code: string; readonly diagnostics: string }
  | { readonly code: string; readonly words: string }
  | { readonly reply: string; readonly problem: string; readonly before?: Previous };

/** A draft that was accepted, as much of it as it takes to run it sealed. */
export interface Runnable {
  readonly draft: Draft;
  readonly javascript: string;
  readonly schema: OptionSchema;
  readonly reads: Reads;
  readonly capabilities: readonly Capability[];
}

/** A stage that executes, and what a model may know of its failing: empty where it did not fail. */
export interface Executed {
  readonly result: StageResult;
  readonly diagnostics: string;
}

/** What is run once it is approved. */
export interface Approved {
  readonly draft: Draft;
  readonly javascript: string;
  readonly schema: OptionSchema;
  readonly reads: Reads;
  readonly capabilities: readonly Capability[];
  readonly limits: { readonly run: Limits; readonly kept: Limits };
  readonly requiredLevel: Level;
  /** Kept with it as its tests. */
  readonly examples: readonly Example[];
}

/** What a failed run is repaired with. */
export interface Rerun {
  /** Why a second run would not see the same bytes, or null. */
  lost(): string | null;
  written(): Written;
  /** How a run ended as the model may know it: without data where no data may be sent. */
  diagnose(outcome: Outcome): Promise<string>;
}

/** Everything the sequence works with, passed in. The session itself touches nothing. */
export interface Collaborators {
  /** The time now, for the stamps of events. */
  now(): Date;
  /** Look at the input. Null where there is none. */
  sample(): Promise<Sample | null>;
  /** The same sample with names and types only. */
  withoutValues(sample: Sample): Sample;
  readonly model: Model | null;
  /** Whether the user agreed earlier to send samples to this host. */
  hasConsent(host: string): boolean;
  storeConsent(host: string): void;
  draft(request: {
    readonly directive: string;
    readonly sample: Sample | null;
    readonly examples: readonly Example[];
    readonly previous?: Previous;
  }): AsyncGenerator<DraftPart, Drafted, void>;
  match(sample: Sample | null): Promise<Matched>;
  check(code: string): Promise<Verdict>;
  /** Decide what a yes to this draft would grant of what the check derived. */
  grant(capabilities: readonly Capability[], draft: Draft): Granting;
  types(code: string, sample: Sample | null): Promise<StageResult>;
  /** Run a draft on the sample: sealed at the required level, nothing granted, under the limits of a trial. */
  trial(runnable: Runnable): Promise<Executed>;
  /** Run each example in the same way, and say which were met. */
  examples(runnable: Runnable, examples: readonly Example[]): Promise<Executed>;
  /**
   * What code does, in words and on a few records of the sample. `runnable` null: the check refuses it; `"dry-run"`: it is
   * not to be run.
   */
  explain(code: string, runnable: Runnable | "dry-run" | null): Promise<Explanation>;
  /** Text that holds data as a model may see it; null where no value may be sent. */
  sendable(text: string): Promise<string | null>;
  /** An example whose input will be read as this sample is. */
  fitExample(example: Example, sample: Sample | null): Example;
  readonly decide: Decide;
  /** What a run reads, by name. */
  readonly inputNames: readonly string[];
  /** Names of the user's own commands and of those that ship with writ. */
  takenNames(): readonly string[];
  /** Remember the yes: the approval, and what `save` would keep. */
  approve(approved: Approved, sample: Sample | null): void;
  save(
    name: string,
    approved: Approved,
    sample: Sample | null,
    /** `own`: the command of this name was saved by this very ask, and gives way. */
    options?: { readonly over: "own" },
  ): readonly string[];
  /** The plan's hash first, then the run. */
  prepare(approved: Approved): Promise<{ readonly plan: string; run(): Promise<Outcome> }>;
  /** Null: a failed run is not repaired here. */
  readonly rerun: Rerun | null;
}
