import { parseArgv, toArgv } from "../../terms/argv.ts";
import type { Compiled } from "../../terms/command.ts";
import { WritError } from "../../terms/failure.ts";
import type { OutputName } from "../../terms/format.ts";
import type { Limits } from "../../terms/limit.ts";
import type { OptionValue } from "../../terms/option.ts";
import type { RunStats } from "../../terms/tally.ts";
import { beforeName } from "../arguments/before-name.ts";
import type { Ceilings } from "../arguments/ceilings.ts";
import type { LimitFlags } from "../arguments/limit-flag-rows.ts";
import { readLimitFlags, runLimits } from "../arguments/limit-flags.ts";
import { howRead, type ReadingFlags } from "../arguments/reading-flags.ts";
import { type RunArgv, splitRunArgv } from "../arguments/split-run-argv.ts";
import { howWritten, type WritingFlags } from "../arguments/writing-flags.ts";
import type { Context } from "../context.ts";
import { knownBytes } from "../input/input.ts";
import type { Input } from "../input/named-input.ts";
import { noteKeptRun } from "../ledger/note-kept-run.ts";
import type { Sandbox } from "../sandbox/sandbox-level.ts";
import { type Execution, type Prepared, prepare, type RunSinks } from "./execute.ts";

/** The result's form, where it was typed. */
export interface OutputFlag {
  readonly output?: OutputName;
}

/** The words after a kept command's name, read by the schema it was approved with. */
export interface KeptWords {
  readonly writs: RunArgv;
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly files: readonly string[];
  readonly limits: Partial<Limits>;
  /** What of reading, writing and form was typed before NAME. */
  readonly typed: ReadingFlags & WritingFlags & OutputFlag;
}

/**
 * Read the words after NAME, with the limits typed before it in `flags`; null where help was asked for. Throws
 * `usage`, with `help` as the next step.
 */
export function readKeptWords(
  compiled: Compiled,
  words: readonly string[],
  {
    flags = {},
    ceilings,
    help,
  }: {
    readonly flags?: LimitFlags & ReadingFlags & WritingFlags & OutputFlag;
    readonly ceilings: Ceilings;
    readonly help: string;
  },
): KeptWords | null {
  const writs = splitRunArgv(compiled.schema, words);
  if (writs.help) return null;
  const own = parseArgv(compiled.schema, writs.own, compiled.values);
  if (!own.ok) {
    const { name } = compiled;
    const moved = own.unknown === undefined ? null : beforeName(own.unknown, name, writs.own);
    const problem = moved === null ? `${name}: ${own.message}` : `${name}: unknown option ${own.unknown}`;
    throw new WritError({ kind: "usage", problem, help: moved ?? help });
  }
  const limits = readLimitFlags({ ...flags, ...writs }, ceilings);
  return { writs, values: { ...compiled.values, ...own.values }, files: own.files, limits, typed: flags };
}

/** One run of a kept command, ready to start: its approved limits, and what was typed for this run. It is noted. */
export function prepareKept(options: {
  readonly context: Context;
  readonly sandbox: Sandbox;
  readonly compiled: Compiled;
  readonly words: KeptWords;
  readonly ceilings: Ceilings;
  readonly inputs: readonly Input[];
  /** Where none was typed. */
  readonly output?: OutputName | undefined;
  readonly into?: RunSinks;
  readonly progress?: Execution["progress"];
  readonly quiet?: boolean;
  readonly stats?: Execution["stats"];
}): Prepared {
  const { context, sandbox, compiled, words, ceilings, inputs, into, progress, quiet, stats } = options;
  let counted: RunStats | null = null;
  const prepared = prepare(context.places, {
    code: compiled,
    inputs,
    argv: toArgv(compiled.schema, words.values),
    limits: runLimits(compiled.limits, { inputBytes: knownBytes(inputs), typed: words.limits, ceilings }),
    reached: sandbox.reached,
    output: words.writs.output ?? words.typed.output ?? options.output ?? "auto",
    how: { ...howRead({ ...compiled.reading, ...words.typed, ...words.writs }), ...howWritten(words.typed) },
    ...(into ? { into } : {}),
    ...(progress ? { progress } : {}),
    ...(quiet ? { quiet } : {}),
    stats(one) {
      counted = one;
      stats?.(one);
    },
  });
  return {
    plan: prepared.plan,
    async run(signal) {
      const at = new Date();
      const outcome = await prepared.run(signal);
      noteKeptRun(context.places.state, { name: compiled.name, at, outcome, stats: counted });
      return outcome;
    },
  };
}
