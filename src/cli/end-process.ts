import { SIGNAL_EXIT } from "../terms/exit-code.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Turn the signals that end a program into an abort, so that the child is ended and the terminal restored
 * first. A second one while the first is being obeyed ends at once. `ignored` names, with blanks between, those that
 * whoever started us ignores, as `bin/writ` saw: they stay ignored.
 */
export function listenForSignals(ignored = ""): { signal: AbortSignal; interrupt(signal: "SIGINT"): void } {
  const controller = new AbortController();
  const stayIgnored = ignored.split(" ");
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (stayIgnored.includes(name)) return;
      if (controller.signal.aborted) process.exit(SIGNAL_EXIT[name]);
      controller.abort(name);
    });
  }
  return { signal: controller.signal, interrupt: (name) => controller.abort(name) };
}
