import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file to be checked, read whole. `unread` says in a clause why there are no bytes. */
export type Gathered =
  | { readonly file: string; readonly bytes: Buffer }
  | { readonly file: string; readonly unread: string };

const CODE = /\.[cm]?[jt]sx?$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;
const NOT_ENTERED = /^(\.|node_modules$)/;

/**
 * The files that names stand for, each read when it is asked for: a file itself, `-` for stdin, and of a folder all
 * TypeScript and JavaScript beneath it, sorted by path. Not entered are links to folders, folders whose name starts with a
 * dot, and `node_modules`; not taken are declarations (`.d.ts`), which have nothing that runs.
 */
export function* gather(names: readonly string[]): Generator<Gathered> {
  for (const name of names) {
    if (isFolder(name)) yield* gatherFolder(name);
    else yield read(name);
  }
}

export function isFolder(name: string): boolean {
  if (name === "-") return false;
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}

/** A folder without code is a mistake in the name: nothing would be said to be fine. */
function* gatherFolder(folder: string): Generator<Gathered> {
  let isEmpty = true;
  for (const one of codeBeneath(folder)) {
    isEmpty = false;
    yield one;
  }
  if (isEmpty) yield { file: folder, unread: "there is no TypeScript or JavaScript in this folder" };
}

function* codeBeneath(folder: string): Generator<Gathered> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, unread: wordProblem(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NOT_ENTERED.test(entry.name)) yield* codeBeneath(path);
    } else if (isCode(entry.name) && !isFolder(path)) yield read(path);
  }
}

function isCode(name: string): boolean {
  return CODE.test(name) && !DECLARATIONS.test(name);
}

function read(file: string): Gathered {
  try {
    return { file, bytes: readFileSync(file === "-" ? 0 : file) };
  } catch (error) {
    return { file, unread: wordProblem(error) };
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a directory",
  ELOOP: "its links lead in a circle",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
};

function wordProblem(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return PROBLEMS[code] ?? code;
}
