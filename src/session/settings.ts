import type { Example } from "../terms/example.ts";
import type { Level } from "../terms/level.ts";
import type { Limits } from "../terms/limit.ts";

/** What the user set for one `ask`. */
export interface AskSettings {
  readonly directive: string;
  /** No question: `--yes`. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Send field names and types only. */
  readonly noSample: boolean;
  /** Name given with `--save`, or null. */
  readonly saveAs: string | null;
  readonly limits: { readonly run: Limits; readonly kept: Limits };
  readonly level: Level;
  readonly requiredLevel: Level;
  readonly repairsMost: number;
  /** Run drafts on the sample before anybody is asked: `--try`. */
  readonly tries: boolean;
  readonly examples: readonly Example[];
  /** Say what a draft does before anybody is asked: `--explain`. */
  readonly explains: boolean;
}
