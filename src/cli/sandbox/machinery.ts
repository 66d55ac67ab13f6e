import { statSync } from "node:fs";
import { release } from "node:os";
import type { Machinery } from "../../run/candidates.ts";
import { landlockOldest } from "../../run/landlock-oldest.ts";
import { LANDLOCK_NEWEST } from "../../run/layers/landlock.ts";

// Where systems keep programs that came with them; what is on PATH is anybody's.
const FOLDERS = ["/usr/bin", "/bin", "/usr/local/bin", "/run/current-system/sw/bin"];
const ROOT = 0;
const WRITABLE_BY_OTHERS = 0o022;

/** What this machine has to seal runs with. */
export function findMachinery(macosProfile: boolean): Machinery {
  return {
    platform: `${process.platform}-${process.arch}`,
    bubblewrap: systemProgram("bwrap"),
    perl: systemProgram("perl"),
    landlockNewest: LANDLOCK_NEWEST,
    landlockOldest: landlockOldest(release()),
    macosProfile,
  };
}

/** A program that the system's owner put there and nobody else can change; null: none. */
export function systemProgram(name: string, folders: readonly string[] = FOLDERS): string | null {
  return folders.map((folder) => `${folder}/${name}`).find(isTheSystems) ?? null;
}

function isTheSystems(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.uid === ROOT && (found.mode & WRITABLE_BY_OTHERS) === 0;
}
