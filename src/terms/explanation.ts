/** What one statement of a program does, in short words. `line` is 1-based, `depth` counts what it stands inside of. */
export interface ExplainedLine {
  readonly line: number;
  readonly depth: number;
  readonly words: string;
}
