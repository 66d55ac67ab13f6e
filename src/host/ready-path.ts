import { closeSync, constants, openSync } from "node:fs";
import { WritError } from "../terms/failure.ts";
import { fixPath, type PathRules } from "./fix-path.ts";

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;

/**
 * Make sure, before a run, that a granted path is what it was when it was approved, and that a file to write is there:
 * a missing one is made, empty and for its owner alone. Throws `grant-unusable`.
 */
export function readyPath(path: string, access: "read" | "write", own: PathRules["own"]): void {
  const capability = `${access}:${path}`;
  const fixed = fixPath(path, { access, cwd: "/", own });
  if (fixed.kind !== "fixed") throw unusable(capability, fixed.problem);
  if (fixed.path !== path) {
    throw unusable(capability, `it was approved as ${path}, and now it is ${fixed.path}`);
  }
  if (access === "write") create(path, capability);
}

function create(path: string, capability: string): void {
  try {
    closeSync(openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code !== "EEXIST") throw unusable(capability, `it cannot be made: ${code}`, error);
  }
}

function unusable(capability: string, detail: string, cause?: unknown): WritError {
  return new WritError({ kind: "grant-unusable", capability, detail }, { cause });
}
