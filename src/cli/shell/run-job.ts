import type { Job, JobEnd } from "../../shell/app/collaborators.ts";
import { wordReference } from "../../shell/app/reference.ts";
import type { Word } from "../../shell/app/split-words.ts";
import { parseArgv, toArgv } from "../../terms/argv.ts";
import { WritError } from "../../terms/failure.ts";
import { approvedCommand } from "../approved-command.ts";
import { commandHelp } from "../command-help.ts";
import type { Context } from "../context.ts";
import { prepare } from "../execute.ts";
import { readLimitFlags, runLimits } from "../limit-flags.ts";
import { requiredSandbox } from "../sandbox-level.ts";
import { splitRunArgv } from "../split-run-argv.ts";
import { findInputs, type InputPlaces } from "./choose-inputs.ts";

/** A kept command run from the shell: as `writ run NAME`, with the shell's inputs and nothing of stdin. */
export async function runJob(
  asked: {
    readonly name: string;
    readonly words: readonly Word[];
    readonly context: Context;
    readonly places: InputPlaces;
  },
  job: Job,
): Promise<JobEnd> {
  const { name, words } = asked;
  const context: Context = { ...asked.context, signal: job.signal };
  try {
    const faces = { show: async () => {}, decide: job.decide, release: async () => {} };
    const { reached } = await requiredSandbox(context, name);
    const compiled = await approvedCommand(name, context, { quiet: false, faces });
    const split = splitRunArgv(
      compiled.schema,
      words.map(({ text }) => text),
    );
    if (split.help) return { kind: "said", text: commandHelp(name, compiled) };
    const own = parseArgv(compiled.schema, split.own, compiled.values);
    if (!own.ok) throw usage(name, own.message);
    const found = findInputs(
      own.files.map((file) => wordReference(words.find(({ text }) => text === file)!)),
      asked.places,
    );
    try {
      const prepared = prepare(context.places, {
        code: compiled,
        inputs: found.inputs,
        head: null,
        argv: toArgv(compiled.schema, { ...compiled.values, ...own.values }),
        limits: runLimits(compiled.limits, knownBytes(found.inputs), readLimitFlags(split)),
        reached,
        output: split.output ?? "auto",
        from: split.from ?? "auto",
        into: { result: job.result, errors: job.errors },
      });
      job.started();
      return { kind: "ran", outcome: await prepared.run(job.signal) };
    } finally {
      found.close();
    }
  } catch (error) {
    if (job.signal.aborted && error === job.signal.reason) {
      return { kind: "failed", failure: { kind: "interrupted", signal: "SIGINT" } };
    }
    if (!(error instanceof WritError)) throw error;
    return { kind: "failed", failure: error.failure };
  }
}

function knownBytes(inputs: readonly { readonly kind: string; readonly bytes?: number }[]): number | null {
  return inputs.reduce<number | null>(
    (sum, { bytes }) => (sum === null || bytes === undefined ? null : sum + bytes),
    0,
  );
}

function usage(name: string, problem: string): WritError {
  return new WritError({
    kind: "usage",
    problem: `${name}: ${problem}`,
    help: `${name} --help shows its options`,
  });
}
