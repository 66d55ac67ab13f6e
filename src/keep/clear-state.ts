import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A start that is under way may be about to use what it found. */
const YOUNG_MS = DAY_MS;
const UNUSED_MS = 30 * DAY_MS;
/** So many runners, and so many stages and filters, whatever their age. */
const KEPT_MOST = 256;

/**
 * Remove what earlier starts left and nothing uses: runners and stages that no run file names and that were not
 * used for 30 days, or that are more than 256; run files of another build; halves of files. Nothing younger than a day.
 * Whatever is removed is made again where it is needed. Looks at most once a day, and returns whether it did. Says
 * nothing, throws nothing.
 */
export function clearState(state: string, now: { readonly ms: number; readonly build: string }): boolean {
  const paths = statePaths(state);
  if (!isDue(paths.cleared, now.ms)) return false;
  const runs = [paths.runs, paths.shippedRuns].flatMap(filesIn);
  const scripts = runs.filter(({ name }) => name.endsWith(".sh"));
  const current = scripts.map(({ path }) => textOf(path)).filter((text) => text.includes(now.build));
  for (const script of scripts) {
    if (!textOf(script.path).includes(now.build)) removeOld(script.path, now.ms, YOUNG_MS);
  }
  for (const folder of [paths.runners, paths.stages]) {
    const unnamed = filesIn(folder).filter(({ name }) => !current.some((text) => text.includes(name)));
    const newestFirst = unnamed.toSorted((a, b) => ageOf(a.path, now.ms) - ageOf(b.path, now.ms));
    for (const [i, { path, name }] of newestFirst.entries()) {
      const isHalf = name.endsWith(".tmp");
      removeOld(path, now.ms, isHalf || i >= KEPT_MOST ? YOUNG_MS : UNUSED_MS);
    }
  }
  return true;
}

/** Note that a file is in use, so that it is not cleared. At most one write a day. */
export function noteUse(path: string, nowMs: number): void {
  if (ageOf(path, nowMs) > DAY_MS / 2) touch(path, nowMs);
}

/** The first start of a day clears; the very first has nothing to clear. */
function isDue(marker: string, nowMs: number): boolean {
  if (exists(marker)) return ageOf(marker, nowMs) >= DAY_MS && touch(marker, nowMs);
  try {
    atomicWrite(marker, "");
  } catch {
    // A state folder that cannot be written cannot be cleared either.
  }
  return false;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function touch(path: string, nowMs: number): boolean {
  try {
    utimesSync(path, nowMs / 1000, nowMs / 1000);
    return true;
  } catch {
    return false;
  }
}

interface Entry {
  readonly name: string;
  readonly path: string;
}

function filesIn(folder: string): readonly Entry[] {
  try {
    return readdirSync(folder).map((name) => ({ name, path: join(folder, name) }));
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Milliseconds since a file was last written or used; infinite where there is none. */
function ageOf(path: string, nowMs: number): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? nowMs - found.mtimeMs : Number.POSITIVE_INFINITY;
}

function removeOld(path: string, nowMs: number, leastMs: number): void {
  const age = ageOf(path, nowMs);
  if (age < leastMs || age === Number.POSITIVE_INFINITY) return;
  try {
    rmSync(path, { force: true });
  } catch {
    // Another time.
  }
}
