import type { Job, JobEnd } from "../../shell/app/collaborators.ts";
import { wordReference } from "../../shell/app/reference.ts";
import { WritError } from "../../terms/failure.ts";
import type { Word } from "../../terms/split-words.ts";
import { readCeilings } from "../arguments/ceilings.ts";
import type { Context } from "../context.ts";
import { commandHelp } from "../help/command-help.ts";
import { approvedCommand } from "../kept/approved-command.ts";
import { prepareKept, readKeptWords } from "../kept/kept-run.ts";
import { requiredSandbox } from "../sandbox/sandbox-level.ts";
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
  const { name } = asked;
  const context: Context = { ...asked.context, signal: job.signal };
  try {
    const faces = { show: async () => {}, decide: job.decide, release: async () => {} };
    const sandbox = await requiredSandbox(context, name);
    const compiled = await approvedCommand(name, context, { quiet: false, faces });
    const texts = asked.words.map(({ text }) => text);
    const ceilings = await readCeilings(context.places.config);
    const words = readKeptWords(compiled, texts, { ceilings, help: `${name} --help shows its options` });
    if (words === null) return { kind: "said", text: commandHelp(name, compiled) };
    const found = findInputs(
      words.files.map((file) => wordReference(asked.words.find(({ text }) => text === file)!)),
      asked.places,
    );
    try {
      const into = { result: job.result, errors: job.errors };
      const prepared = prepareKept({
        context,
        sandbox,
        compiled,
        words,
        ceilings,
        inputs: found.inputs,
        into,
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
