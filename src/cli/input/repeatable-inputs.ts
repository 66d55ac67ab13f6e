import { statSync } from "node:fs";
import type { Spool } from "../../keep/spool.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { Input } from "./named-input.ts";
import { createReplay } from "./replay.ts";

/** Inputs that a second run can read from their start. */
export interface RepeatableInputs {
  readonly inputs: readonly Input[];
  /** Why a second run would not see the same bytes, or null. */
  lost(): string | null;
}

/**
 * The same inputs, streams put aside as they come: privately, and gone with this process. A file is read again
 * as it is, and is lost where it changed. Where nothing can be put aside the inputs stay as they are.
 */
export function repeatableInputs(inputs: readonly Input[], openSpool: () => Spool): RepeatableInputs {
  const losses: (() => string | null)[] = [];
  const repeatable = inputs.map((input): Input => {
    if (input.kind === "file") {
      const before = stateOf(input.path);
      losses.push(() => (stateOf(input.path) === before ? null : `${input.name} has changed meanwhile`));
      return input;
    }
    try {
      const replay = createReplay({ spool: openSpool(), open: input.open });
      losses.push(replay.lost);
      return { ...input, open: replay.open, isPumped: true };
    } catch (error) {
      if (!(error instanceof WritError)) throw error;
      const why = `the input could not be put aside: ${wordFailure(error.failure).title}`;
      losses.push(() => why);
      return input;
    }
  });
  return {
    inputs: repeatable,
    lost: () => losses.map((lost) => lost()).find((why) => why !== null) ?? null,
  };
}

function stateOf(path: string): string {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path);
    return [dev, ino, size, mtimeMs].join(" ");
  } catch {
    return "gone";
  }
}
