import type { OptionValue } from "./option.ts";

/** Where a draft came from. `library` names the command it was matched to and why. */
export type DraftOrigin =
  | { readonly kind: "model"; readonly model: string; readonly host: string }
  | { readonly kind: "library"; readonly name: string; readonly origin: Origin; readonly why: string };

/** Whose folder a command lives in. */
export type Origin = "project" | "user" | "shipped";

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Code written for a directive, not yet trusted. `values` are the options to run it with. */
export interface Draft {
  readonly directive: string;
  readonly code: string;
  readonly origin: DraftOrigin;
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly usage?: Usage;
}

/** A kept or shipped command, as the matcher and `list` see it. */
export interface LibraryCommand {
  readonly name: string;
  readonly origin: Origin;
  readonly description: string;
  readonly directive: string;
  readonly code: string;
}
