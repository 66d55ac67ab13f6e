import type { UnstampedEvent } from "../terms/event.ts";
import type { Example } from "../terms/example.ts";
import type { Sample } from "../terms/sample.ts";
import type { Collaborators } from "./collaborators.ts";
import type { AskSettings } from "./settings.ts";

/** A part of the sentence: yields what happens and returns what came of it. */
export type Step<T> = AsyncGenerator<UnstampedEvent, T, void>;

/** What every part of one `ask` works with. `sent` is the sample as a model may see it. */
export interface Asking {
  readonly settings: AskSettings;
  readonly with_: Collaborators;
  readonly sample: Sample | null;
  readonly sent: Sample | null;
  /** The examples as a model may see them: none where no values may be sent. */
  readonly sentExamples: readonly Example[];
  /** Whether each draft is run on the sample. */
  readonly tries: boolean;
  /** What each draft is held against, and what is kept with it. */
  readonly examples: readonly Example[];
  /** The name this ask has saved a draft as already, or null. */
  readonly savedAs: string | null;
}
