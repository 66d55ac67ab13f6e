import type { OptionSchema, OptionValue } from "./option.ts";
import type { Capability } from "./verdict.ts";

/** Who wrote a draft. `library` names the command it was matched to and why. */
export type Author =
  | { readonly kind: "model"; readonly model: string; readonly host: string }
  | { readonly kind: "library"; readonly name: string; readonly origin: Origin; readonly why: string };

/** Where a draft came from. `edited`: the user changed by hand what was written. */
export type DraftOrigin = Author | { readonly kind: "edited"; readonly from: Author };

/** Whose folder a command lives in. */
export type Origin = "project" | "user" | "shipped";

/** Tokens of one or more requests. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of the input those that the provider had in its cache, where it says so. */
  readonly cachedTokens?: number;
  /** Absent: the server. Estimated: four characters each. */
  readonly countedBy?: "server" | "estimated";
  /** US dollars; absent where neither the server names it nor a price is set. */
  readonly costUsd?: number;
}

/** Code written for a directive, not yet trusted. `values` are the options to run it with. */
export interface Draft {
  readonly directive: string;
  readonly code: string;
  readonly origin: DraftOrigin;
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly usage?: Usage;
  /** What the directive of a kept command requests, where the draft is one. */
  readonly requested?: readonly Capability[];
}

/** What came of asking a model: a draft, or words in place of one. */
export type Drafted = Draft | Undrafted;

/**
 * A reply without a draft. `question`: the model wants to know something first; `refusal`: it gives its reasons;
 * `unusable`: asked again it may do better; `hopeless`: it did not come to an end, or not to a whole one.
 */
export interface Undrafted {
  readonly kind: "question" | "refusal" | "unusable" | "hopeless";
  /** The reply as it came, its end cut where it is long. */
  readonly text: string;
  /** What is wrong with it, as a clause; of a question and a refusal "". */
  readonly problem: string;
  /** How it begins, on one line that can be shown and logged. */
  readonly excerpt: string;
  readonly usage?: Usage;
}

/** A kept or shipped command that a directive may be matched to, with what was derived from it at approval. */
export interface LibraryCommand {
  readonly name: string;
  readonly origin: Origin;
  readonly description: string;
  readonly directive: string;
  readonly code: string;
  readonly schema: OptionSchema;
  /** Its own option values, used where the directive says none. */
  readonly values: Readonly<Record<string, OptionValue>>;
  /** What it was approved with. */
  readonly capabilities?: readonly Capability[];
}
