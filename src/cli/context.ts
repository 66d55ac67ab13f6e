import type { Places } from "../keep/places.ts";
import type { ExitCode } from "../terms/exit-code.ts";
import type { Config } from "./settings/config.ts";

/** What every command gets from `main`. */
export interface Context {
  readonly env: NodeJS.ProcessEnv;
  readonly places: Places;
  config(): Promise<Config>;
  /** Aborted by SIGINT, SIGTERM or SIGHUP; its reason is the signal's name. */
  readonly signal: AbortSignal;
  /** Abort as if that signal had come: Ctrl-C on a terminal in raw mode. */
  interrupt(signal: "SIGINT"): void;
}

/** One subcommand: a file in `commands/` and a line in their list. */
export interface CommandRow {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  load(): Promise<{ run(argv: readonly string[], context: Context): Promise<ExitCode> }>;
}
