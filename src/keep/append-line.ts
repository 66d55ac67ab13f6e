import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Add a line, which ends with its newline, to a private file in one write, so that lines of several processes never
 * mix (POSIX O_APPEND). Throws as node:fs does.
 */
export function appendLine(path: string, stored: Buffer): void {
  makeFolder(dirname(path));
  const file = openSync(path, "a+", 0o600);
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    // A line that was torn off must not take this one with it.
    const isTorn = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    writeSync(file, isTorn ? Buffer.concat([Buffer.from("\n"), stored]) : stored);
  } finally {
    closeSync(file);
  }
}
