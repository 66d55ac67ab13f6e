import type { FormatName, OutputName } from "../terms/format.ts";
import type { Context } from "./context.ts";
import type { LimitFlags } from "./limit-flags.ts";

/** `writ ask`'s options as typed. */
export interface AskFlags extends LimitFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly showPrompt?: boolean;
  readonly sample: boolean;
  readonly save?: string;
  readonly model?: string;
  readonly output: OutputName;
  readonly from?: FormatName;
  readonly quiet?: boolean;
  readonly input: boolean;
  readonly events?: string | boolean;
}

/** What one `ask` is about. */
export interface Asked {
  readonly directive: string;
  readonly files: readonly string[];
  readonly flags: AskFlags;
  readonly context: Context;
}
