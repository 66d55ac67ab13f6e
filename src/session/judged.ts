import type { Draft } from "../terms/draft.ts";
import type { Granting } from "../terms/granting.ts";
import type { StageResult, Verdict } from "../terms/verdict.ts";

/** A draft with what the stages said. `diagnostics` is empty where nothing needs repair. */
export interface Judged {
  readonly draft: Draft;
  readonly verdict: Verdict;
  readonly stages: readonly StageResult[];
  readonly granting: Granting;
  /** What the stages that execute nothing and the grants say of it, for the model. */
  readonly found: string;
  /** For the model: what all stages say of it, each finding with its line. */
  readonly diagnostics: string;
  /** For the user: one clause. */
  readonly reason: string;
  /** What came of repairing it, where that did not work. */
  readonly notice?: string;
}
