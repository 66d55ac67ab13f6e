import { closeSync, constants, fstatSync, openSync } from "node:fs";

const { O_DIRECTORY, O_NOFOLLOW } = constants;
// open(2): a handle on a path, not on its content. Node has no name for it; the number is the same on x64 and arm64.
const O_PATH = 0x200000;

/**
 * Open what lies at an absolute path, for somebody to bind: no symbolic link may stand in its place or on the way to it. A
 * path that ends in `/` has to be a folder. Linux only: each name is opened in the folder before it, through /proc,
 * since Node has no openat2(2). Whatever is put there later, the descriptor stays what was found. Null: it is not there, or
 * only by a link. The caller closes it.
 */
export function openFixed(path: string): number | null {
  const names = path.split("/").slice(1);
  const isFolder = names.at(-1) === "";
  if (isFolder) names.pop();
  if (!path.startsWith("/") || names.some((name) => name === "" || name === "." || name === ".."))
    return null;
  let at: number | null = null;
  try {
    at = openSync("/", O_PATH | O_DIRECTORY);
    for (const [i, name] of names.entries()) {
      const next = openIn(at, name, { folder: isFolder || i < names.length - 1 });
      closeSync(at);
      at = next;
    }
    // A link itself can be opened like this (open(2), O_PATH with O_NOFOLLOW).
    if (!fstatSync(at).isSymbolicLink()) return at;
  } catch {
    // Not there, or not to be had: both mean that it is not what was approved.
  }
  if (at !== null) closeSync(at);
  return null;
}

function openIn(parent: number, name: string, { folder }: { readonly folder: boolean }): number {
  return openSync(`/proc/self/fd/${parent}/${name}`, O_PATH | O_NOFOLLOW | (folder ? O_DIRECTORY : 0));
}
