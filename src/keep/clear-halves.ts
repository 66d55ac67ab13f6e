import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Places } from "./places.ts";

/** What {@link atomicWrite} writes to before it renames: left only where a writ was killed in between. */
export const HALF = /\.\d+\.[0-9a-f]{8}\.tmp$/;

/** One that is younger may still be being written. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Remove the halves of files that killed writs left, in the folders of state, data and configuration. They hold
 * nothing that is not whole elsewhere or was never said to be kept. Says nothing, throws nothing.
 */
export function clearHalves({ state, data, config }: Places, nowMs: number): void {
  const folders = [state, ...foldersBelow(state), join(data, "directives"), join(data, "snippets"), config];
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      if (HALF.test(name)) removeOld(join(folder, name), nowMs);
    }
  }
}

function foldersBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function removeOld(path: string, nowMs: number): void {
  try {
    if (nowMs - statSync(path).mtimeMs >= YOUNG_MS) rmSync(path, { force: true });
  } catch {
    // Another time.
  }
}
