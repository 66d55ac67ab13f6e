/** How a program ended: with a code, or by a signal. */
export interface ProgramEnding {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that runs in a pseudo-terminal of its own. */
export interface Program {
  /** Called with what it writes, as text in pieces that break anywhere. */
  onOutput(listener: (text: string) => void): void;
  /** What was typed. Nothing happens once it has ended. */
  type(text: string): void;
  resize(size: { readonly columns: number; readonly rows: number }): void;
  /** Take no more output for now: the program then waits. */
  pause(): void;
  resume(): void;
  /** Hang up on it and everything in its terminal; what does not end by that is killed. */
  hangUp(): void;
  /** Resolves when it has ended and all of its output was handed over. */
  readonly ended: Promise<ProgramEnding>;
}

/** Start a command line in the user's own shell. Rejects where no pseudo-terminal can be had. */
export type StartProgram = (options: {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly columns: number;
  readonly rows: number;
}) => Promise<Program>;
