import { fstatSync, type Stats } from "node:fs";
import { isatty } from "node:tty";
import type { Written } from "../../terms/event.ts";

/** What runs have left on our stdout since it was looked at first. */
export interface Watched {
  /** Of a pipe nobody knows. On a terminal what was written can be seen, and needs no words. */
  written(): Written;
  /** By how many bytes a file has grown; 0 of anything else. */
  bytes(): number;
}

/** Watches what a run leaves on our stdout, which it writes to itself: a file tells by its size. */
export function watchWritten(): Watched {
  const before = isatty(1) ? null : statStdout();
  if (before === null || before.isCharacterDevice()) return { written: () => "nothing", bytes: () => 0 };
  if (!before.isFile()) return { written: () => "perhaps", bytes: () => 0 };
  const grown = () => (statStdout()?.size ?? before.size) - before.size;
  return { written: () => (grown() === 0 ? "nothing" : "some"), bytes: grown };
}

function statStdout(): Stats | null {
  try {
    return fstatSync(1);
  } catch {
    return null;
  }
}
