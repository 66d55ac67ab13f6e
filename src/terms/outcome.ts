import type { LimitName } from "./limit.ts";

/**
 * How a run ended. `probable` marks a cause that the child could have forged. `detail` for `failed` and
 * `malformed` is what the child said last on stderr, already made visible.
 */
export type Outcome =
  | { readonly kind: "done"; readonly wallMs: number }
  | { readonly kind: "failed"; readonly wallMs: number; readonly detail: string }
  | { readonly kind: "usage"; readonly wallMs: number; readonly detail: string }
  // `unsaid`: we found it, so the child could not say it.
  | { readonly kind: "malformed"; readonly wallMs: number; readonly detail: string; readonly unsaid?: true }
  | {
      readonly kind: "limit";
      readonly limit: LimitName;
      readonly value: number;
      readonly used: number | null;
      readonly probable: boolean;
      readonly wallMs: number;
    }
  // `said`: the child said it on its stderr.
  | { readonly kind: "input-failed"; readonly wallMs: number; readonly detail: string; readonly said?: true }
  | { readonly kind: "crashed"; readonly wallMs: number; readonly detail: string }
  | {
      readonly kind: "sealing-failed";
      readonly wallMs: number;
      readonly detail: string;
      readonly probable: boolean;
    }
  | { readonly kind: "stopped"; readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP"; readonly wallMs: number };
