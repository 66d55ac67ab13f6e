import { fstatSync, type Stats, statSync } from "node:fs";
import { parseCapability } from "../../terms/capability.ts";
import { WritError } from "../../terms/failure.ts";
import type { Capability } from "../../terms/verdict.ts";
import type { Input } from "./named-input.ts";

const ANOTHER =
  "write to another file, then rename it: > NEW && mv NEW OLD; what > has emptied already is gone";

/**
 * A file that is read must not be written at the same time: it would be lost, or grow for ever. Throws `usage` where an
 * input is the file that stdout is, under whatever name.
 */
export function refuseOutput(inputs: readonly Input[]): void {
  const out = fstatSync(1);
  const same = inputs.find((input) => isSameFile(out, statsOf(input)));
  if (same) throw usage(`${JSON.stringify(same.name)} is also where the output goes`, ANOTHER);
}

/**
 * The same for the files that a run was granted: one that it may write is neither an input nor where the result goes, and
 * the result goes into none that it may read. Throws `usage`.
 *
 * What this does not see: a file beneath a granted folder.
 */
export function refuseGranted(capabilities: readonly Capability[], inputs: readonly Input[]): void {
  const out = fstatSync(1);
  for (const capability of capabilities) {
    const wanted = parseCapability(capability);
    if (typeof wanted === "string" || !("path" in wanted)) continue;
    const granted = statSync(wanted.path, { throwIfNoEntry: false });
    if (isSameFile(out, granted))
      throw usage(`${wanted.path} is granted, and also where the output goes`, ANOTHER);
    const same = wanted.kind === "write" && inputs.find((input) => isSameFile(granted, statsOf(input)));
    if (!same) continue;
    throw usage(
      `${JSON.stringify(same.name)} is an input, and also a file that the run may write`,
      "give it a copy to read: what is written would be lost, or read again for ever",
    );
  }
}

function isSameFile(one: Stats | undefined, other: Stats | undefined): boolean {
  return one?.isFile() === true && one.dev === other?.dev && one.ino === other.ino;
}

function statsOf(input: Input): Stats | undefined {
  if (input.kind === "file") return statSync(input.path, { throwIfNoEntry: false });
  // A compressed FILE is a stream too.
  return input.name === "stdin" ? fstatSync(0) : statSync(input.name, { throwIfNoEntry: false });
}

function usage(problem: string, help: string): WritError {
  return new WritError({ kind: "usage", problem, help });
}
