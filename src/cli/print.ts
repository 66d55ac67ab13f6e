import { WritError } from "../terms/failure.ts";

/**
 * Write to stdout and wait until it has left the process, so that ending afterwards loses nothing. A reader
 * that went away is no failure; a full disk or device is (`output-unwritable`).
 */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once("error", settle);
    process.stdout.write(text, settle);
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
