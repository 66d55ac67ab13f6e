import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";

/** A path as it can be granted: real and absolute, a folder with `/` at its end. Or why it cannot be. */
export type FixedPath = { readonly kind: "fixed"; readonly path: string } | Unfixed;

/** `missing`: it could be granted, were it there and open to the user. */
type Unfixed =
  | { readonly kind: "missing"; readonly problem: string }
  | { readonly kind: "forbidden"; readonly problem: string };

/**
 * Where writ itself lies. In `folders` nothing is granted, and no folder that holds one. Of `programs` (files, or folders
 * with all that is in them) nothing can be written: it would be started by the next writ, outside of any sandbox.
 */
export interface OwnPlaces {
  readonly folders: readonly string[];
  readonly programs: readonly string[];
}

/** What a path is judged by. */
export interface PathRules {
  readonly access: "read" | "write";
  /** What a relative path starts from: a real path. */
  readonly cwd: string;
  readonly own: OwnPlaces;
}

const SYSTEM_FOLDERS = ["/proc", "/sys", "/dev"];

/**
 * Find the one object that a written path stands for now, through all symbolic links. A file that is only to be
 * written need not be there, if its folder is.
 *
 * What this does not stop: a path that is changed afterwards. The stage refuses one that a symbolic link leads to then.
 */
export function fixPath(written: string, rules: PathRules): FixedPath {
  const absolute = resolve(rules.cwd, written);
  const real = realPath(absolute, rules.access);
  if (typeof real !== "string") return real;
  const problem = leadsOut(written, real, rules) ?? isOffLimits(real, rules);
  if (problem !== null) return { kind: "forbidden", problem };
  const stats = statSync(real, { throwIfNoEntry: false });
  return stats ? usable(real, stats, rules.access) : creatable(real);
}

function realPath(absolute: string, access: "read" | "write"): string | Unfixed {
  try {
    return realpathSync(absolute);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return missing(error);
    if (isLink(absolute)) return { kind: "forbidden", problem: "it is a symbolic link that leads nowhere" };
    if (access === "read") return missing(error);
  }
  try {
    return join(realpathSync(dirname(absolute)), basename(absolute));
  } catch {
    return { kind: "missing", problem: "the folder that it would lie in is not there" };
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function missing(error: unknown): Unfixed {
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    ENOTDIR: "a part of it is a file, and not a folder",
    EACCES: "permission denied",
    ELOOP: "its symbolic links go in a circle",
  };
  return { kind: "missing", problem: words[codeOf(error)] ?? codeOf(error) };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

function leadsOut(written: string, real: string, { cwd }: PathRules): string | null {
  if (isAbsolute(written) || !isWithin(resolve(cwd, written), cwd) || isWithin(real, cwd)) return null;
  return `a symbolic link leads it out of the working folder, to ${real}; to mean that, name ${real}`;
}

function isOffLimits(real: string, { access, own: { folders, programs } }: PathRules): string | null {
  if (real === "/") return "it is every file there is";
  const system = SYSTEM_FOLDERS.find((folder) => isWithin(real, folder));
  if (system) return `what is in ${system} is the system's, and no file of yours`;
  const inside = folders.find((folder) => isWithin(real, realOf(folder)));
  if (inside) return `it is one of writ's own, in ${inside}`;
  const program = access === "write" ? programs.find((one) => isWithin(real, realOf(one))) : undefined;
  if (program) return `it is a part of writ itself, in ${program}`;
  const holds = folders.find((folder) => isWithin(realOf(folder), real));
  return holds ? `writ's own files are in it (${holds}): name a folder beside them` : null;
}

function usable(real: string, stats: Stats, access: "read" | "write"): FixedPath {
  const forbidden = (problem: string): FixedPath => ({ kind: "forbidden", problem });
  if (stats.isDirectory()) {
    if (access === "write") return forbidden("it is a folder, and only a single file can be written");
  } else if (!stats.isFile()) return forbidden("it is a device, a pipe or a socket, and no regular file");
  else if (access === "write" && stats.nlink > 1) {
    return forbidden(`it has ${stats.nlink} names (hard links), and what is written would be in all of them`);
  }
  const denied = isDenied(real, access === "read" ? constants.R_OK : constants.W_OK);
  if (denied) return { kind: "missing", problem: `permission denied: you cannot ${access} it yourself` };
  return { kind: "fixed", path: stats.isDirectory() ? `${real}/` : real };
}

function creatable(real: string): FixedPath {
  if (!isDenied(dirname(real), constants.W_OK)) return { kind: "fixed", path: real };
  return { kind: "missing", problem: "it is not there, and you cannot make files in its folder" };
}

function isDenied(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return false;
  } catch {
    return true;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
