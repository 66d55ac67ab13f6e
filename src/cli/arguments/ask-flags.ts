import type { ResidentTypeChecker } from "../../host/resident-type-checker.ts";
import type { OutputName } from "../../terms/format.ts";
import type { Context } from "../context.ts";
import type { OutputSchema } from "../drafting/output-schema.ts";
import type { AllowFlags } from "../grants/allow-flags.ts";
import type { Input } from "../input/named-input.ts";
import type { RunSinks } from "../kept/execute.ts";
import type { LimitFlags } from "./limit-flag-rows.ts";
import type { ReadingFlags } from "./reading-flags.ts";
import type { WritingFlags } from "./writing-flags.ts";

/** `writ ask`'s options as typed. */
export interface AskFlags extends LimitFlags, AllowFlags, ReadingFlags, WritingFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly showPrompt?: boolean;
  readonly sample: boolean;
  readonly save?: string;
  readonly model?: string;
  /** Absent: the one of the configuration. */
  readonly output?: OutputName;
  readonly quiet?: boolean;
  readonly input: boolean;
  readonly events?: string;
  readonly maxTokens?: string;
  readonly maxCost?: string;
  /** Run each draft on the sample before it is asked about. */
  readonly try?: boolean;
  readonly explain?: boolean;
  readonly example?: readonly string[];
  readonly examples?: readonly string[];
  readonly outputSchema?: string;
}

/** What one `ask` is about. */
export interface Asked {
  readonly directive: string;
  readonly files: readonly string[];
  readonly flags: AskFlags;
  readonly context: Context;
  /** The inputs where they were chosen already, in place of `files` and stdin. */
  readonly inputs?: readonly Input[];
  /** What each record of a trial has to be like. */
  readonly outputSchema?: OutputSchema | null;
  /** Whether a person can be asked about a repair of a failed run. */
  readonly offersRepair?: boolean;
  /** Where the result goes instead of stdout. */
  readonly into?: RunSinks;
  /** A type checker that stays, where many drafts are judged; absent: each starts one. */
  readonly resident?: ResidentTypeChecker | null;
}
