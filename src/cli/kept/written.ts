import { fstatSync, type Stats } from "node:fs";
import { isatty } from "node:tty";
import type { Written } from "../../terms/event.ts";

/**
 * Watches what a run leaves on our stdout, which it writes to itself. A file tells by its size; of a pipe nobody
 * knows. On a terminal what was written can be seen, and needs no words.
 */
export function watchWritten(): () => Written {
  if (isatty(1)) return () => "nothing";
  const before = statStdout();
  if (before === null || before.isCharacterDevice()) return () => "nothing";
  if (!before.isFile()) return () => "perhaps";
  return () => (statStdout()?.size === before.size ? "nothing" : "some");
}

function statStdout(): Stats | null {
  try {
    return fstatSync(1);
  } catch {
    return null;
  }
}
