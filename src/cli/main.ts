import { listNames } from "../keep/locate-command.ts";
import type { Places } from "../keep/places.ts";
import { EXIT, type ExitCode } from "../terms/exit-code.ts";
import { WritError } from "../terms/failure.ts";
import { wordFailure } from "../terms/failure-catalogue.ts";
import { dispatch } from "./arguments/dispatch.ts";
import { COMMANDS } from "./commands/index.ts";
import type { Context } from "./context.ts";
import { listenForSignals } from "./end-process.ts";
import { print, tell } from "./faces/print.ts";
import { version } from "./installation.ts";
import { findPlaces, workingFolder } from "./places.ts";
import { readConfig } from "./settings/config.ts";

/** The whole program: words in, exit code out. The one place that catches failures and ends the process. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const { signal, interrupt } = listenForSignals(process.env.WRIT_IGNORED);
  // What the launcher says is for us, not for the programs that we start.
  for (const name of ["WRIT_IGNORED", "WRIT_LONG", "WRIT_BUILD"]) delete process.env[name];
  // A reader of stderr that went away takes nothing from the result.
  process.stderr.on("error", () => {});
  try {
    let found: Places | undefined;
    const context: Context = {
      env: process.env,
      // Looked for when it is needed: help and the version need none.
      get places() {
        found ??= findPlaces(workingFolder());
        return found;
      },
      config: () => readConfig(context.places.config),
      signal,
      interrupt,
    };
    const asked = dispatch(argv, {
      commands: COMMANDS.map(({ name }) => name),
      kept: () => listNames(context.places).map(({ name }) => name),
    });
    return await obey(asked, context);
  } catch (error) {
    // Whatever gave up because a signal came, the signal is what ended us.
    if (signal.aborted) return report(new WritError({ kind: "interrupted", signal: signal.reason }));
    if (error instanceof WritError) return report(error);
    tell(`writ: this is a bug in writ, not in what you did:\n${(error as Error)?.stack ?? error}`);
    return EXIT.bug;
  }
}

async function obey(asked: ReturnType<typeof dispatch>, context: Context): Promise<ExitCode> {
  switch (asked.kind) {
    case "help": {
      const { helpText } = await import("./help/help.ts");
      await print(helpText());
      return EXIT.done;
    }
    case "version":
      await print(`${version()}\n`);
      return EXIT.done;
    case "shell": {
      const { openShell } = await import("./shell/open-shell.ts");
      return openShell(context);
    }
    case "failure":
      throw new WritError(asked.failure);
    case "directive": {
      const { runDirective } = await import("./commands/ask.ts");
      return runDirective(asked.argv, context);
    }
    case "command": {
      const row = COMMANDS.find(({ name }) => name === asked.name)!;
      const command = await row.load();
      return command.run(asked.argv, context);
    }
  }
}

function report(error: WritError): ExitCode {
  const { title, help, exitCode } = wordFailure(error.failure);
  tell(`writ: ${title}${help ? `\n  ${help}` : ""}`);
  return exitCode;
}

// stdin may never end: it is not waited for. Everything written was waited for where it was written.
process.exit(await main(process.argv.slice(2)));
