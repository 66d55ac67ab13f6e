import type { Origin } from "./draft.ts";
import type { Example } from "./example.ts";
import type { KeptReading } from "./format.ts";
import type { Level } from "./level.ts";
import type { Limits } from "./limit.ts";
import type { OptionSchema, OptionValue } from "./option.ts";
import type { Reads } from "./reads.ts";
import type { Shape } from "./shape.ts";
import type { Capability } from "./verdict.ts";

/** Front matter of `directives/NAME.md` (docs/command-line.md, "On disk"). */
export interface DirectiveHead {
  readonly schema: 1;
  readonly description: string;
  /** The input's format and record type when it was approved, for people; and its fields, to know another shape by. */
  readonly input?: InputFront;
  /** How it was said that the input is read, which no run has to say again. */
  readonly reading?: KeptReading;
  /** Option values that the directive's words stand for ("the ten …"): used where the command line gives none. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly examples: readonly StoredExample[];
  readonly capabilities: readonly Capability[];
  readonly model?: string;
  /** Lower-case hex sha256 of the snippet's bytes. */
  readonly sha256: string;
}

/** `fields` by name: its types, as in `number | null`, with `absent` where some records lack it. */
export interface InputFront {
  readonly format: string;
  readonly record: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** An example as front matter has it: a long text lies in a file of the folder `directives/NAME/`. */
export type StoredExample = Omit<Example, "in" | "out"> & {
  readonly in?: string | { readonly file: string };
  readonly out?: string | { readonly file: string };
};

/** A directive file and its snippet as they lie on disk. */
export interface StoredCommand {
  readonly name: string;
  readonly origin: Origin;
  readonly head: DirectiveHead;
  readonly directive: string;
  readonly code: string;
  readonly paths: { readonly directive: string; readonly snippet: string };
}

/**
 * What a yes covers. `at`, `name` and `origin` do not enter its key. `project` is the folder of the project it was
 * given in, null elsewhere: a yes to the same bytes does not count for a command that a repository brings along.
 */
export interface Approval {
  readonly v: 1;
  readonly name: string;
  readonly origin: Origin | "draft";
  readonly sha256: string;
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly project: string | null;
  readonly capabilities: readonly Capability[];
  readonly limits: Limits;
  readonly requiredLevel: Level;
  readonly at: string;
}

/** Everything a run of an approved command needs, derived once at approval and never again. */
export interface Compiled {
  readonly v: 1;
  readonly name: string;
  readonly sha256: string;
  /** sha256 of the directive file's bytes at approval: equal bytes need no second look at what it requests. */
  readonly directiveSha256: string;
  readonly javascript: string;
  readonly schema: OptionSchema;
  /** The fields its code looks at: readers leave out the others. */
  readonly reads: Reads;
  /** The directive's own option values, used where the command line gives none. */
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The project it belongs to, or null. */
  readonly project: string | null;
  readonly capabilities: readonly Capability[];
  readonly limits: Limits;
  readonly requiredLevel: Level;
  /** As in {@link DirectiveHead}. A yes does not cover it: it gives a program nothing but its input, read otherwise. */
  readonly reading?: KeptReading;
  /** The input it was approved on, where that is known. */
  readonly shape?: Shape;
}
