import { buildPrompt } from "../../draft/prompt/build-prompt.ts";
import { describePrompt } from "../../draft/prompt/describe-prompt.ts";
import { withoutValues } from "../../sample/without-values.ts";
import { EXIT, type ExitCode } from "../../terms/exit-code.ts";
import type { Asked } from "../arguments/ask-flags.ts";
import { readExamples } from "../arguments/read-examples.ts";
import { howRead } from "../arguments/reading-flags.ts";
import { print } from "../faces/print.ts";
import { chooseInputs } from "../input/input.ts";
import { lookAtInputs } from "../input/look-at-inputs.ts";
import { readDeclarations } from "../installation.ts";
import { fitExample } from "./fit-example.ts";
import { redactExamples } from "./redact-examples.ts";

/** `--show-prompt`: exactly what would be sent, in full, on stdout. Sends nothing and needs no model. */
export async function showPrompt({ directive, files, flags, context }: Asked): Promise<ExitCode> {
  const [first, ...others] = chooseInputs({ files, noInput: !flags.input, fromTerminal: false });
  const how = howRead(flags);
  const looked = first ? await lookAtInputs([first, ...others], { how, signal: context.signal }) : null;
  const sample = looked?.sample ?? null;
  const shown = sample && !flags.sample ? withoutValues(sample) : sample;
  const given = flags.sample ? readExamples(flags).map((example) => fitExample(example, sample)) : [];
  const examples = await redactExamples(given);
  const declarations = readDeclarations();
  await print(describePrompt(buildPrompt({ directive, sample: shown, declarations, examples })));
  return EXIT.done;
}
