import type { Draft, Undrafted, Usage } from "./draft.ts";
import type { Example } from "./example.ts";
import type { Explanation } from "./explanation.ts";
import type { Failure } from "./failure.ts";
import type { Level } from "./level.ts";
import type { Limits } from "./limit.ts";
import type { ModelRequest } from "./model-request.ts";
import type { OptionSchema } from "./option.ts";
import type { Outcome } from "./outcome.ts";
import type { Replaced, Sample } from "./sample.ts";
import type { Capability, Finding, StageResult } from "./verdict.ts";

/** What of a failed run's result cannot be taken back: nothing, some, or nobody knows whether some. */
export type Written = "nothing" | "some" | "perhaps";

/** What a person (or `--yes`) is asked. */
export type Question =
  | {
      readonly kind: "consent";
      readonly host: string;
      readonly records: number;
      readonly bytes: number;
      readonly replaced: readonly Replaced[];
    }
  | {
      readonly kind: "repair";
      /** How the run ended, in a sentence. */
      readonly reason: string;
      readonly attempt: number;
      readonly most: number;
      readonly written: Written;
    }
  | {
      /** A model's question back. Its answer is `answer`, or `no`. */
      readonly kind: "answer";
      readonly model: string;
      readonly host: string;
      readonly question: string;
    }
  | {
      /** Something that cannot be had back, or not easily. */
      readonly kind: "confirm";
      readonly title: string;
      readonly details: readonly string[];
      /** What `y` does. */
      readonly verb: string;
    }
  | {
      readonly kind: "approve";
      readonly draft: Draft;
      /** What it will read, named, where there is any. */
      readonly input?: string;
      readonly schema: OptionSchema;
      readonly findings: readonly Finding[];
      readonly stages: readonly StageResult[];
      readonly capabilities: readonly Capability[];
      readonly limits: { readonly run: Limits; readonly kept: Limits };
      readonly level: Level;
      readonly required: Level;
      /** Name offered for `s`, or the one given with `--save`. */
      readonly name: string;
      /** Names of the user's commands and of those that ship with writ, which cannot be saved as again. */
      readonly taken: readonly string[];
      /** What a yes leads to, where that is not a run: the command may run from then on, or its edit is kept. */
      readonly leadsTo?: "approval" | "edit";
      /** Set where an approved command's bytes changed: what the user is told first. */
      readonly changed?: string;
      /** What came of the last answer, where it did not lead to another draft. */
      readonly notice?: string;
      /** Why it cannot be approved as it is, as a clause; the user may still change it. */
      readonly refused?: string;
      /** Code of the draft before this one, where there was one. */
      readonly previous?: string;
      /** Whether an `edit` is taken; no: this is a kept command, whose file is the place for that. */
      readonly canEdit: boolean;
      /** Whether a `revise` is taken: there is a model. */
      readonly canRevise: boolean;
      /** Whether a `try`, an `example` and an `explain` are taken. Absent: they are not. */
      readonly canTry?: boolean;
      /** What the draft does, where that was asked for; `fresh`: it is what the user wants to see now. */
      readonly explained?: { readonly explanation: Explanation; readonly fresh: boolean };
      /** Which of the drafts of this ask it is, from 1, and how many there are; absent: there is one. */
      readonly among?: { readonly number: number; readonly count: number };
    };

/**
 * `edit` and `revise` lead to another draft and to another question about it; `try` and `example` run this one, sealed, on
 * the sample or on what is given, and `explain` says what it does; `earlier` and `later` go to another draft of this ask.
 * Another question follows each of them.
 */
export type Answer =
  | { readonly kind: "yes" }
  | { readonly kind: "no"; readonly reason?: "declined" | "no-terminal" }
  | { readonly kind: "save"; readonly name: string }
  | { readonly kind: "edit"; readonly code: string }
  | { readonly kind: "revise"; readonly words: string }
  | { readonly kind: "answer"; readonly words: string }
  | { readonly kind: "try" }
  | { readonly kind: "explain" }
  | { readonly kind: "earlier" }
  | { readonly kind: "later" }
  | { readonly kind: "example"; readonly example: Example };

/** A model's server that is asked again after a wait. `attempt` is the one that follows. */
export interface Waiting {
  readonly reason: string;
  readonly waitMs: number;
  readonly attempt: number;
  readonly most: number;
  /** What is asked next leaves out what the server did not take: there is no wait. */
  readonly isChanged?: true;
}

/** What happens in a session. `--events` prints them; every face only renders them. */
export type SessionEvent = { readonly v: 1; readonly at: string } & (
  | { readonly type: "sampled"; readonly sample: Sample }
  | { readonly type: "drafting"; readonly attempt: number; readonly model: string; readonly host: string }
  | { readonly type: "delta"; readonly text: string }
  | ({ readonly type: "waiting" } & Waiting)
  | { readonly type: "spent"; readonly request: ModelRequest }
  /** The reply was cut off, and the model is asked for the rest of it. */
  | { readonly type: "continuing" }
  /** A reply came without a draft in it. */
  | { readonly type: "undrafted"; readonly reply: Undrafted }
  | { readonly type: "drafted"; readonly draft: Draft; readonly usage?: Usage }
  | { readonly type: "stage"; readonly result: StageResult }
  | { readonly type: "finding"; readonly finding: Finding }
  | { readonly type: "explained"; readonly explanation: Explanation }
  | { readonly type: "repairing"; readonly attempt: number; readonly most: number; readonly reason: string }
  | { readonly type: "left"; readonly reason: string }
  | { readonly type: "decided"; readonly question: Question["kind"]; readonly answer: Answer }
  | {
      readonly type: "started";
      readonly level: Level;
      readonly limits: Limits;
      readonly plan: string;
      readonly capabilities: readonly Capability[];
    }
  | { readonly type: "finished"; readonly outcome: Outcome }
  | { readonly type: "saved"; readonly name: string; readonly paths: readonly string[] }
  | { readonly type: "failed"; readonly failure: Failure }
);

/** An event before the session stamps it with `v` and `at`. */
export type UnstampedEvent = SessionEvent extends infer E
  ? E extends SessionEvent
    ? Omit<E, "v" | "at">
    : never
  : never;

/** Put a {@link Question} to whoever decides. Rejects only for bugs; no terminal is an answer of `no`. */
export type Decide = (question: Question) => Promise<Answer>;
