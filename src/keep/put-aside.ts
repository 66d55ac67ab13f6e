import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { atomicWrite, stateUnusable } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** A file or a folder of a command, to be kept where it is not in the way: as it lies on disk, or as a text. */
export type Aside = { readonly as: string } & ({ readonly path: string } | { readonly text: string });

/**
 * Copy what would be lost into a folder of its own under `removed/`, for this user alone; writ never reads it
 * again and never clears it. Returns the folder. Throws `state-unusable`.
 */
export function putAside(
  state: string,
  options: { readonly name: string; readonly at: string; readonly files: readonly Aside[] },
): string {
  const folder = freeFolder(
    join(statePaths(state).removed, `${options.name}-${options.at.replace(/[:.-]/g, "")}`),
  );
  for (const file of options.files) {
    const target = join(folder, file.as);
    if ("text" in file) atomicWrite(target, file.text);
    else if (existsSync(file.path)) copy(file.path, target);
  }
  return folder;
}

function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let n = 2; existsSync(folder); n++) folder = `${wanted}-${n}`;
  return folder;
}

function copy(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    cpSync(from, to, { recursive: true, dereference: true });
  } catch (error) {
    throw stateUnusable(to, error);
  }
}
