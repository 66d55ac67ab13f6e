import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { scratchOwner } from "../terms/scratch-name.ts";
import { isAlive } from "./is-alive.ts";

/** A process that cannot be seen from here, as in another container, is not taken for dead before. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Remove the temporary folders that killed writs left in `folder`: this user's own, a day old, whose process is gone. Nothing in
 * them is wanted again. Says nothing, throws nothing.
 */
export function clearScratch(folder: string, nowMs: number): void {
  for (const name of namesIn(folder)) {
    const pid = scratchOwner(name);
    if (pid !== null && !isAlive(pid)) removeOld(join(folder, name), nowMs);
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
    const found = lstatSync(path);
    if (!found.isDirectory() || found.uid !== process.geteuid?.() || nowMs - found.mtimeMs < YOUNG_MS) return;
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Another time.
  }
}
