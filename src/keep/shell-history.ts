import { closeSync, fstatSync, openSync, readSync, rmSync } from "node:fs";
import { appendLine } from "./append-line.ts";
import { stateUnusable } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** What was typed in the shells of this user, newest last. */
export interface ShellHistory {
  /** At most 2,000, with what other shells added meanwhile. The same array as before where nothing is new. */
  entries(): readonly string[];
  /**
   * Keep what was sent. With a blank before it nothing is kept, as in other shells; over 64 KB only this shell
   * knows it. Throws `state-unusable`; this shell knows it all the same.
   */
  add(text: string): void;
}

/** One line of the file. */
interface StoredLine {
  readonly v: 1;
  readonly text: string;
}

const ENTRIES_MOST = 2000;
const ENTRY_BYTES_MOST = 64 * 1024;
/** As much of the end of a long file is read. */
const READ_BYTES_MOST = 4 * 1024 * 1024;

export function readShellHistory(state: string): string[] {
  return [...openShellHistory(state).entries()];
}

/** The history in a state folder. Nothing is read before it is asked for. */
export function openShellHistory(state: string): ShellHistory {
  const path = statePaths(state).shellHistory;
  let known: readonly string[] = [];
  let readUpTo = 0;

  const entries = () => {
    const news = readFrom(path, readUpTo);
    if (news.upTo < readUpTo) known = [];
    readUpTo = news.upTo;
    if (news.texts.length > 0) known = folded([...known, ...news.texts]);
    return known;
  };
  return {
    entries,
    add(text) {
      if (/^\s/.test(text) || text === "" || entries().at(-1) === text) return;
      const stored = Buffer.from(`${JSON.stringify({ v: 1, text } satisfies StoredLine)}\n`);
      if (stored.length > ENTRY_BYTES_MOST) known = folded([...known, text]);
      else {
        try {
          appendLine(path, stored);
        } catch (error) {
          known = folded([...known, text]);
          throw stateUnusable(path, error);
        }
      }
    },
  };
}

/** Forget what was typed; a shell that is open forgets it too. Throws `state-unusable`. */
export function clearShellHistory(state: string): void {
  const path = statePaths(state).shellHistory;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw stateUnusable(path, error);
  }
}

/** The whole lines of a file from an offset on, or from its start where it is shorter now. */
function readFrom(path: string, from: number): { readonly texts: readonly string[]; readonly upTo: number } {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return { texts: [], upTo: 0 };
  }
  try {
    const { size } = fstatSync(file);
    const start = Math.max(from > size ? 0 : from, size - READ_BYTES_MOST);
    if (start === size) return { texts: [], upTo: size };
    const bytes = Buffer.alloc(size - start);
    const read = readSync(file, bytes, 0, bytes.length, start);
    const end = bytes.subarray(0, read).lastIndexOf(0x0a) + 1;
    return { texts: bytes.toString("utf8", 0, end).split("\n").flatMap(textOf), upTo: start + end };
  } catch {
    return { texts: [], upTo: from };
  } finally {
    closeSync(file);
  }
}

/** The text of a line; nothing for one that was torn, cut off or written by something else. */
function textOf(stored: string): readonly string[] {
  try {
    const { v, text } = JSON.parse(stored) as StoredLine;
    return v === 1 && typeof text === "string" ? [text] : [];
  } catch {
    return [];
  }
}

function folded(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => text !== texts[index - 1]).slice(-ENTRIES_MOST);
}
