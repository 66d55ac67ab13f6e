import type { ExampleResult } from "./judge-example.ts";
import type { OptionSchema } from "./option.ts";
import type { Reads } from "./reads.ts";

/** 1-based line, 0-based column in UTF-16 units, and UTF-16 offsets into the source. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = "refuse" | "warn" | "note";

/** One thing the static check (or the type check) says about one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  /** What was found, naming it: "`fetch` is not in reach of a snippet". */
  readonly message: string;
  /** Why it matters. */
  readonly reason: string;
  /** What to write instead, where there is something. */
  readonly hint?: string;
  /** Other places that it takes to understand this one: where a name was given, what calls what. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly range: Range;
  /** A clause: "`Clock` is declared here". */
  readonly message: string;
}

/**
 * Something beyond its input that a snippet asks for: `read:PATH`, `write:PATH`, `env:NAME`, `clock`,
 * `random`. A plain string, as it stands in front matter and approvals.
 */
export type Capability = string;

/** What the static check derived. `accepted` is true exactly when no finding has severity `refuse`. */
export type Verdict =
  | {
      readonly accepted: true;
      readonly findings: readonly Finding[];
      /** The source with its types blanked in place: same length, same lines and columns. What runs. */
      readonly javascript: string;
      readonly schema: OptionSchema;
      readonly reads: Reads;
      readonly capabilities: readonly Capability[];
    }
  | {
      readonly accepted: false;
      readonly findings: readonly Finding[];
      readonly capabilities: readonly Capability[];
    };

export const STAGES = ["safety", "types", "trial", "examples"] as const;
export type StageName = (typeof STAGES)[number];
export type StageStatus = "passed" | "failed" | "not-run";

export interface StageResult {
  readonly stage: StageName;
  readonly status: StageStatus;
  /** One short clause: "2 findings", "not asked for". */
  readonly detail: string;
  readonly findings: readonly Finding[];
  /** Of a trial: the first rows of its result as a pipe gets them. Text of the snippet's: never shown raw. */
  readonly rows?: readonly string[];
  /** Of the examples: what came of each. */
  readonly examples?: readonly ExampleResult[];
}
