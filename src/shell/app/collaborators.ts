import type { Decide, SessionEvent } from "../../terms/event.ts";
import type { Failure } from "../../terms/failure.ts";
import type { Highlight } from "../../terms/highlight.ts";
import type { Outcome } from "../../terms/outcome.ts";
import type { StartProgram } from "../../terms/program.ts";
import type { Word } from "../../terms/split-words.ts";
import type { Complete } from "../editor/state.ts";
import type { Edited } from "../exchange.ts";
import type { Known } from "./parse-line.ts";
import type { Reference } from "./reference.ts";
import type { Progress, ShellResult } from "./result.ts";

/** Inputs that were found. What a stream gave is put aside, so that a second run sees the same bytes. */
export interface ChosenInputs {
  readonly names: readonly string[];
  /** Why a second run would not see the same bytes, or null. */
  lost(): string | null;
  /** They are not needed any more. */
  close(): void;
}

/** A result that is being put aside as it comes. */
export interface ResultWriter {
  /** Take what a run wrote: tagged lines, or its own rendering. Gives it back as tagged lines. */
  take(chunk: Uint8Array, form: "tagged" | "rendered"): Uint8Array;
  progress(): Progress;
  /** Keep it; null where nothing came. */
  end(): ShellResult | null;
}

/** Who watches a job. */
export interface Job {
  readonly signal: AbortSignal;
  readonly decide: Decide;
  show(event: SessionEvent): void;
  /** It runs now: what is typed from here on stops the run. */
  started(): void;
  result(chunk: Uint8Array, form: "tagged" | "rendered"): void;
  errors(chunk: Uint8Array): void;
}

/** How a job ended. */
export type JobEnd =
  | { readonly kind: "ran"; readonly outcome: Outcome }
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "failed"; readonly failure: Failure };

/** What a model is to mend: code that ran, and how it ended. */
export interface ToRepair {
  readonly code: string;
  readonly error: string;
}

/** Everything the shell works with, passed in: it starts, reads and writes nothing itself. */
export interface ShellCollaborators {
  nowMs(): number;
  readonly known: Known;
  /** What may be typed; called again after a command was saved. */
  completer(): Promise<Complete>;
  readonly history: { entries(): readonly string[]; add(text: string): void };
  /** The model that drafts, named, or null. */
  model(): Promise<string | null>;
  /** The colours of code. */
  loadHighlight(): Promise<Highlight>;
  readonly isFirstRun: boolean;
  /** What was piped in, by name, or null. */
  readonly piped: string | null;
  inputs(references: readonly Reference[]): ChosenInputs;
  ask(directive: string, inputs: ChosenInputs, job: Job, repair: ToRepair | null): Promise<JobEnd>;
  run(name: string, words: readonly Word[], job: Job): Promise<JobEnd>;
  /** Start a program in a pseudo-terminal. */
  readonly start: StartProgram;
  /** What it is started with. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  newResult(title: string): ResultWriter;
  /** Keep a text as the next result. Null where there is none. */
  addText(title: string, text: string): ShellResult | null;
  /** The one with this number, or the last. */
  result(number: number | null): ShellResult | null;
  list(): Promise<string>;
  show(name: string): Promise<string>;
  doctor(): Promise<string>;
  save(name: string): Promise<string>;
  /** While another program has the terminal. */
  editText(text: string, extension: string): Promise<Edited>;
  /** Null, or why it could not be shown. */
  page(result: ShellResult): Promise<string | null>;
  /** Write a result into a file that is not there yet. Returns what to say. */
  write(result: ShellResult, file: string): Promise<string>;
  /** The start of a result as text, and whether that is all of it. */
  text(result: ShellResult, bytesMost: number): { readonly text: string; readonly isWhole: boolean };
}
