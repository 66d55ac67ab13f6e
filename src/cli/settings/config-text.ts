import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WritError } from "../../terms/failure.ts";

/** The user's configuration file in their configuration folder. */
export function configPath(folder: string): string {
  return join(folder, "config.toml");
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ELOOP: "its symbolic links go in a circle",
};

/**
 * The text of the user's `config.toml`; null where there is none. Throws `configuration` where it is there and cannot be
 * read, and where it cannot be told whether it is there: what it requires would be lost.
 */
export function readConfigText(folder: string): string | null {
  const path = configPath(folder);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code !== "ENOENT") throw unreadable(path, WORDS[code] ?? code, error);
    if (!isLink(path)) return null;
    throw unreadable(path, "it is a symbolic link that leads nowhere", error);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function unreadable(file: string, why: string, cause: unknown): WritError {
  return new WritError({ kind: "configuration", file, problem: `it cannot be read: ${why}` }, { cause });
}
