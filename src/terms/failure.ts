/** Failures of the tool itself. Each has its row in `failures/`; a missing row does not compile. */
export type Failure =
  | { readonly kind: "usage"; readonly problem: string; readonly help?: string }
  | {
      readonly kind: "configuration";
      readonly file: string;
      readonly problem: string;
      /** Counted from 1, where it is known. */
      readonly line?: number;
    }
  | { readonly kind: "refused"; readonly what: string; readonly findings: number }
  | {
      readonly kind: "capability-refused";
      readonly capability: string;
      /** A clause: why it cannot be granted. */
      readonly why: string;
      readonly help: string;
    }
  | { readonly kind: "grant-unusable"; readonly capability: string; readonly detail: string }
  | { readonly kind: "types-failed"; readonly what: string; readonly findings: number }
  | {
      readonly kind: "examples-failed";
      readonly what: string;
      readonly stage: "trial" | "examples";
      /** One clause: "2 of 3 fail". */
      readonly detail: string;
    }
  | {
      readonly kind: "stage-not-run";
      readonly what: string;
      readonly stage: "trial" | "examples";
      /** Why, as a clause. */
      readonly detail: string;
    }
  | { readonly kind: "type-checker-missing"; readonly detail: string }
  | ({ readonly kind: "no-model" } & Unmatched)
  | ({ readonly kind: "unsure-match" } & Unmatched)
  | { readonly kind: "no-key"; readonly host: string; readonly variable: string }
  | {
      readonly kind: "model-unreachable";
      readonly host: string;
      readonly detail: string;
      /** How often it was tried, where more than once. */
      readonly attempts?: number;
    }
  | {
      readonly kind: "model-refused";
      readonly host: string;
      readonly status: number;
      readonly detail: string;
      readonly attempts?: number;
    }
  | {
      readonly kind: "model-unknown";
      readonly host: string;
      readonly model: string;
      /** Models that the endpoint has, those of a like name first. */
      readonly known: readonly string[];
    }
  | {
      readonly kind: "model-slow";
      readonly host: string;
      readonly wait: ModelWait;
      readonly waitedMs: number;
    }
  | {
      readonly kind: "over-budget";
      /** Tokens of all attempts together: those used, those that the next request would take at least. */
      readonly usedTokens: number;
      readonly nextTokens: number;
      readonly tokensMost: number;
    }
  | {
      readonly kind: "over-cost";
      /** US dollars: of all attempts, and what the next request would cost at least. */
      readonly usedUsd: number;
      readonly nextUsd: number;
      readonly usdMost: number;
    }
  | { readonly kind: "no-price"; readonly model: string }
  | { readonly kind: "key-command-failed"; readonly detail: string }
  | {
      readonly kind: "model-declined";
      readonly host: string;
      readonly by: "filter" | "model";
      readonly detail: string;
    }
  | {
      readonly kind: "model-asks";
      readonly host: string;
      readonly question: string;
      readonly why: "no-terminal" | "declined" | "too-often";
    }
  | { readonly kind: "model-unusable"; readonly host: string; readonly detail: string }
  | { readonly kind: "input-missing"; readonly input: string; readonly detail: string }
  | { readonly kind: "input-malformed"; readonly detail: string }
  | {
      readonly kind: "not-approved";
      readonly what: string;
      readonly reason: "declined" | "no-terminal" | "changed" | "level";
      readonly detail?: string;
      /** What to type to say yes without a terminal; completes "or beforehand with …". Absent: there is nothing. */
      readonly beforehand?: string;
    }
  | {
      readonly kind: "not-confirmed";
      /** Completes "whether to …". */
      readonly what: string;
      readonly reason: "declined" | "no-terminal";
      /** As for `not-approved`. */
      readonly beforehand?: string;
    }
  | { readonly kind: "no-such-command"; readonly name: string; readonly near: readonly string[] }
  | { readonly kind: "name-taken"; readonly name: string; readonly origin: string }
  | {
      readonly kind: "nothing-to-save";
      /** Nothing was approved from this terminal, or the yes to it was taken back. */
      readonly because: "none-yet" | "taken-back";
    }
  | { readonly kind: "state-unusable"; readonly path: string; readonly detail: string }
  | { readonly kind: "engine-missing"; readonly detail: string }
  | {
      readonly kind: "engine-changed";
      readonly path: string;
      /** Both sha256: of what is there, and of what was there. */
      readonly found: string;
      readonly recorded: string;
    }
  | { readonly kind: "output-unwritable"; readonly detail: string }
  | { readonly kind: "interrupted"; readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP" };

/** No command fits: those that come nearest, and what could be asked in their place. */
interface Unmatched {
  readonly nearest: readonly { name: string; description: string }[];
  readonly local?: LocalModel;
}

/** A model on this machine that could be used: the first that a server of a known kind lists. */
export interface LocalModel {
  readonly preset: string;
  readonly host: string;
  readonly model: string;
}

/** What of a model is waited for: a connection, its server's list of models, a reply's first piece, the next one, all of it. */
export type ModelWait = "connect" | "list" | "first" | "next" | "total";

/** Thrown once, where the failure is known; caught in `cli/main` alone, which renders the catalogue's row. */
export class WritError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.name = "WritError";
    this.failure = failure;
  }
}
