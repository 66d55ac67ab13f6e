import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Make a folder of ours and those above it, 0700 where they are missing. Throws the system's error. Node's own
 * recursive mkdir asks for ever where a folder that is there takes no new one and says that it is missing (/proc).
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (path !== dirname(path)) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another writ made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
