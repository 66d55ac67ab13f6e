import type { Runnable } from "../../session/collaborators.ts";
import { parseArgv, toArgv } from "../../terms/argv.ts";
import type { Example } from "../../terms/example.ts";
import { WritError } from "../../terms/failure.ts";
import { wordFailure } from "../../terms/failure-catalogue.ts";
import type { HowRead, HowWritten, KeptReading } from "../../terms/format.ts";
import { type ExampleResult, judgeExample } from "../../terms/judge-example.ts";
import type { OptionSchema, OptionValue } from "../../terms/option.ts";
import type { Outcome } from "../../terms/outcome.ts";
import { howRead } from "../arguments/reading-flags.ts";
import { splitRunArgv } from "../arguments/split-run-argv.ts";
import type { Context } from "../context.ts";
import { runSealed, wordTrialLimit } from "./run-sealed.ts";

/** Code that examples are held against, with the option values it has where they name none. */
export interface Exemplified {
  readonly code: Pick<Runnable, "javascript" | "schema" | "reads">;
  readonly values: Readonly<Record<string, OptionValue>>;
  /** How its input is read, where that was said once and for all. */
  readonly reading?: KeptReading;
}

/** Run one example, sealed, and judge what came. Its words that are wrong count as the run's own complaint. */
export async function runExample(
  { code, values, reading }: Exemplified,
  example: Example,
  context: Context,
): Promise<ExampleResult> {
  const words = readWords(code.schema, example.args ?? [], { values, reading });
  if (typeof words === "string")
    return judgeExample(example, { stdout: "", outcome: { kind: "usage", wallMs: 0, detail: words } });
  const { argv, how, output } = words;
  const inputs = example.in === undefined ? [] : [{ name: "the example", bytes: Buffer.from(example.in) }];
  const { stdout, outcome } = await runSealed({ code, inputs, argv, how, output }, context);
  if (outcome.kind === "stopped") context.signal.throwIfAborted();
  return judgeExample(example, { stdout, outcome: withinTrial(outcome) });
}

interface Words {
  readonly argv: readonly string[];
  readonly how: HowRead & HowWritten;
  readonly output: NonNullable<ReturnType<typeof splitRunArgv>["output"]>;
}

/** The words of an example as `writ run` reads those after a command's name; or what is wrong with them. */
function readWords(
  schema: OptionSchema,
  args: readonly string[],
  { values, reading }: { readonly values: Exemplified["values"]; readonly reading: KeptReading | undefined },
): Words | string {
  try {
    const writs = splitRunArgv(schema, args);
    const own = parseArgv(schema, writs.own, values);
    if (!own.ok) return own.message;
    if (own.files.length > 0) return `an example names no FILE, and ${JSON.stringify(own.files[0])} is one`;
    return {
      argv: toArgv(schema, { ...values, ...own.values }),
      how: howRead({ ...reading, ...(writs.from === undefined ? {} : { from: writs.from }) }),
      output: writs.output ?? "auto",
    };
  } catch (error) {
    if (error instanceof WritError) return wordFailure(error.failure).title;
    throw error;
  }
}

/** A limit of a trial is not one that a flag raises. */
function withinTrial(outcome: Outcome): Outcome {
  if (outcome.kind !== "limit") return outcome;
  return { kind: "crashed", wallMs: outcome.wallMs, detail: wordTrialLimit(outcome) };
}
