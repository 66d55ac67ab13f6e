import type { Severity } from "../terms/verdict.ts";
import type { CheckContext } from "./context.ts";

/** One thing a rule has to say about one place. What it leaves out is the rule's own. */
export interface Report {
  readonly place: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly reason?: string;
  readonly hint?: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
}

/** Another place that it takes to understand a report, and what is there. */
export interface Related {
  readonly place: { readonly start: number; readonly end: number };
  readonly message: string;
}

/**
 * One rule. `refused` and `allowed` are whole modules: they are the rule's tests and its page in the docs. In
 * a refused one, each line that must be reported ends with `// <- here`; without a mark it is the first line.
 */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what it looks for. */
  readonly summary: string;
  readonly reason: string;
  readonly hint?: string;
  /** What it does not catch, and what does; one sentence. */
  readonly misses: string;
  /** `text` rules run even where the text does not parse. Absent: `tree`. */
  readonly reads?: "text" | "tree";
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
  run(context: CheckContext): Iterable<Report>;
}
