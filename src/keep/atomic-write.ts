import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { WritError } from "../terms/failure.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Write a file whole or not at all: a private temporary file in the same folder, flushed, then renamed.
 * Folders that are missing are made 0700, the file is 0600 unless `mode` says
 * otherwise. Throws `state-unusable` naming the path.
 */
export function atomicWrite(path: string, content: string | Uint8Array, mode = 0o600): void {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    makeFolder(dirname(path));
    const file = openSync(temporary, "wx", mode);
    try {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    flushFolder(dirname(path));
  } catch (error) {
    discard(temporary);
    throw stateUnusable(path, error);
  }
}

// The new name is in the folder, and survives a power cut only once the folder itself is written (fsync(2)).
function flushFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // What made the writing fail is what is reported.
  }
}

/** The failure for a state or data path that could not be used, with the system's reason. */
export function stateUnusable(path: string, error: unknown): WritError {
  if (error instanceof WritError) return error;
  const detail = error instanceof Error ? error.message.replace(/, \w+ '.*$/, "") : String(error);
  return new WritError({ kind: "state-unusable", path, detail }, { cause: error });
}
