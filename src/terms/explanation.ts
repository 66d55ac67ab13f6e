/** What one statement of a program does, in short words. `line` is 1-based, `depth` counts what it stands inside of. */
export interface ExplainedLine {
  readonly line: number;
  readonly depth: number;
  readonly words: string;
}

/** What a program made of one record of the sample, or of a few together, when it was run on nothing else. */
export interface ExplainedRun {
  /** The record as it stands in the input; null: all that were given before, together. */
  readonly given: string | null;
  /** The first lines of the result. */
  readonly gave: readonly string[];
  /** How it ended, where that was not its end. */
  readonly failed?: string;
}

/** What a draft does: in words that are made of its code, and in what it really did. */
export interface Explanation {
  readonly lines: readonly ExplainedLine[];
  readonly runs:
    | { readonly kind: "ran"; readonly runs: readonly ExplainedRun[] }
    | { readonly kind: "not-run"; readonly why: string };
}
