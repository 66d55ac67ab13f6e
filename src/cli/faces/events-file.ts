import { closeSync, constants, fstatSync, openSync, type Stats, statSync, writeSync } from "node:fs";
import { WritError } from "../../terms/failure.ts";
import { tell } from "./print.ts";

/**
 * A file that lines are appended to. Throws `usage` where it cannot be opened, or is stdin, stdout or one of `taken`, under
 * whatever name: lines of writ's own would be read as data, or stand in a result. One that cannot be written any more is
 * told of once, and the run goes on. A file beneath a granted folder is not seen.
 */
export function openEventsFile(path: string, taken: readonly string[]): (line: string) => void {
  refuseTaken(path, taken);
  let file: number | null = open(path);
  return (line) => {
    if (file === null) return;
    try {
      writeSync(file, line);
    } catch (error) {
      file = null;
      tell(
        `writ: ${JSON.stringify(path)} does not have all events: ${(error as NodeJS.ErrnoException).code}`,
      );
    }
  };
}

function refuseTaken(path: string, taken: readonly string[]): void {
  const events = statOf(path);
  const [stdin, stdout] = [fstatSync(0), fstatSync(1)];
  const others = taken.map((name) => [JSON.stringify(name), statOf(name)] as const);
  for (const [name, stats] of [["stdin", stdin], ["stdout", stdout], ...others] as const) {
    if (!isSameFile(events, stats)) continue;
    throw usage(`--events would write into ${JSON.stringify(path)}, which is ${name} too: name another file`);
  }
}

function open(path: string): number {
  try {
    // A pipe that nobody reads would be waited for, and no signal ends that wait: it is refused with ENXIO.
    const { O_WRONLY, O_NONBLOCK } = constants;
    const reader = statOf(path)?.isFIFO() ? openSync(path, O_WRONLY | O_NONBLOCK) : null;
    const file = openSync(path, "a", 0o600);
    if (reader !== null) closeSync(reader);
    return file;
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    throw usage(`--events cannot write ${JSON.stringify(path)}: ${detail}`);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isSameFile(one: Stats | undefined, other: Stats | undefined): boolean {
  return one?.isFile() === true && one.dev === other?.dev && one.ino === other.ino;
}

function usage(problem: string): WritError {
  return new WritError({ kind: "usage", problem });
}
