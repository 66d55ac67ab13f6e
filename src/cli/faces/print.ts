import { isatty } from "node:tty";
import { WritError } from "../../terms/failure.ts";
import { visible } from "../../terms/visible.ts";

/**
 * Write to stdout and wait until it has left the process, so that ending afterwards loses nothing; on a
 * terminal with everything hidden made visible. A reader that went away is no failure; a full disk or device
 * is (`output-unwritable`).
 */
export function print(text: string): Promise<void> {
  // Each failure is told twice, here and to whoever listens; nobody listening would be a crash.
  if (process.stdout.listenerCount("error") === 0) process.stdout.on("error", () => {});
  return new Promise((resolve, reject) => {
    process.stdout.write(isatty(1) ? visible(text) : text, settle);
    function settle(error?: NodeJS.ErrnoException | null) {
      if (!error || error.code === "EPIPE") return resolve();
      reject(new WritError({ kind: "output-unwritable", detail: error.code ?? error.message }));
    }
  });
}

/** Tell the user something on stderr, one line. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
