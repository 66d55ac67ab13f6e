import { existsSync, fstatSync } from "node:fs";
import type { Spool } from "../../keep/spool.ts";
import type { Input } from "../input/named-input.ts";
import { createReplay } from "../input/replay.ts";

/** What was piped into writ when the shell was started: `@-`. */
export interface Piped {
  readonly input: Input;
  lost(): string | null;
  close(): void;
}

/** Null where stdin is a terminal, closed, or /dev/null. A file is opened anew for each run. */
export function openPiped(openSpool: () => Spool): Piped | null {
  const stats = statStdin();
  if (stats === null || !(stats.isFile() || stats.isFIFO() || stats.isSocket())) return null;
  const path = "/proc/self/fd/0";
  if (stats.isFile() && existsSync(path)) {
    return { input: { kind: "file", name: "@-", path, bytes: stats.size }, lost: () => null, close() {} };
  }
  const replay = createReplay({ spool: openSpool(), open: () => process.stdin });
  return { input: { kind: "stream", name: "@-", open: replay.open }, lost: replay.lost, close: replay.close };
}

function statStdin() {
  try {
    return fstatSync(0);
  } catch {
    return null;
  }
}
