import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./is-alive.ts";
import { makeFolder } from "./make-folder.ts";

/** Copies of files that have no name of their own, for as long as a run needs them. */
export interface LentCopies {
  readonly paths: readonly string[];
  remove(): void;
}

// The process that made a folder stands in its name: `inputs-PID-` and six letters.
const FOLDER = /^inputs-(\d+)-/;

/** Copy files into a private folder below `spools`. It goes when the process ends, however tidy its end. */
export function lendCopies(spools: string, files: readonly string[]): LentCopies {
  clearLent(spools);
  makeFolder(spools);
  const folder = mkdtempSync(join(spools, `inputs-${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const paths = files.map((file, index) => {
    const path = join(folder, String(index));
    copyFileSync(file, path);
    return path;
  });
  return {
    paths,
    remove() {
      process.off("exit", remove);
      remove();
    },
  };
}

/**
 * Remove the copies of processes that were killed before they could. Says nothing, throws nothing. What it does not
 * see: a process of the same number that has nothing to do with it, until that ends too.
 */
export function clearLent(spools: string): void {
  for (const name of namesIn(spools)) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(spools, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
