import type { OptionSchema, OptionValue } from "./option.ts";
import type { Capability } from "./verdict.ts";

/** Who wrote a draft. `library` names the command it was matched to and why. */
export type Written =
  | { readonly kind: "model"; readonly model: string; readonly host: string }
  | { readonly kind: "library"; readonly name: string; readonly origin: Origin; readonly why: string };

/** Where a draft came from. `edited`: the user changed by hand what was written. */
export type DraftOrigin = Written | { readonly kind: "edited"; readonly from: Written };

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
