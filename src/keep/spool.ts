import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { stateUnusable } from "./atomic-write.ts";
import { makeFolder } from "./make-folder.ts";

/** Bytes put aside on disk, for this process alone. */
export interface Spool {
  /** How many there are. */
  readonly bytes: number;
  /** Opens the same bytes from their start, in this process and until it is closed. */
  readonly path: string;
  /** Throws `state-unusable`, as for a full disk. */
  write(chunk: Uint8Array): void;
  /** Fill the start of `into` from a place; returns how many bytes, 0 at the end. */
  read(from: number, into: Uint8Array): number;
  /** The bytes are gone. A second time does nothing. */
  close(): void;
}

/**
 * Open an empty spool in a private folder. Its file has no name any more once it is open, so that nothing is
 * left behind by any ending; it is opened again through /proc/self/fd. Where there is no /proc it keeps its
 * name, and is removed when it is closed or the process exits.
 */
export function openSpool(folder: string): Spool {
  const path = join(folder, `${process.pid}-${randomBytes(8).toString("hex")}`);
  const fd = create(folder, path);
  const reopened = `/proc/self/fd/${fd}`;
  const isNameless = existsSync(reopened);
  const remove = () => rmSync(path, { force: true });
  if (isNameless) remove();
  else process.once("exit", remove);
  let bytes = 0;
  let isOpen = true;
  return {
    get bytes() {
      return bytes;
    },
    path: isNameless ? reopened : path,
    write(chunk) {
      try {
        for (let done = 0; done < chunk.length; ) {
          const written = writeSync(fd, chunk, done, chunk.length - done, bytes);
          done += written;
          bytes += written;
        }
      } catch (error) {
        throw stateUnusable(folder, error);
      }
    },
    read: (from, into) => readSync(fd, into, 0, into.length, from),
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(fd);
      process.off("exit", remove);
      if (!isNameless) remove();
    },
  };
}

function create(folder: string, path: string): number {
  try {
    makeFolder(folder);
    return openSync(path, "wx+", 0o600);
  } catch (error) {
    throw stateUnusable(folder, error);
  }
}
