import type { Draft } from "../../terms/draft.ts";
import type { ModelRequest } from "../../terms/model-request.ts";
import type { StageName, StageResult } from "../../terms/verdict.ts";

/** One draft of a directive, and what came of it. */
export interface Try {
  /** Null where the requests led to none. */
  readonly draft: Draft | null;
  /** Of the code as it was shown and approved, whatever of it is kept here. */
  readonly sha256: string | null;
  /** What a model said in place of a draft, last. */
  readonly reply: string | null;
  readonly requests: readonly ModelRequest[];
  readonly stages: readonly { readonly stage: StageName; readonly status: StageResult["status"] }[];
}

/** One directive as the ledger has it. No data, no keys: redact before. */
export interface AskEntry {
  readonly at: string;
  readonly directive: string;
  /** In the order they came; the last is the one that was decided on. */
  readonly tries: readonly Try[];
  readonly decision: "yes" | "no" | "save" | null;
  readonly outcome: string | null;
  readonly failure: string | null;
  /** Null in what was taken over from before these were kept. */
  readonly exitCode: number | null;
  /** Null where nothing ran. */
  readonly runMs: number | null;
  /** The command it was saved as. */
  readonly saved: string | null;
}

/** One run of a kept command. What nobody counted is null. */
export interface RunEntry {
  readonly at: string;
  readonly name: string;
  readonly wallMs: number;
  readonly bytesIn: number | null;
  readonly recordsIn: number | null;
  readonly bytesOut: number | null;
  readonly recordsOut: number | null;
  readonly exitCode: number;
}

/** What happened to the ledger that the user should know. */
export type LedgerNote =
  | { readonly kind: "newer"; readonly path: string; readonly version: number }
  | { readonly kind: "damaged"; readonly path: string; readonly aside: string }
  | { readonly kind: "no-sqlite" }
  | { readonly kind: "lines-left"; readonly count: number; readonly path: string };
