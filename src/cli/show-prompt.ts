import { buildPrompt, describePrompt } from "../draft/prompt/build-prompt.ts";
import { withoutValues } from "../sample/without-values.ts";
import { EXIT, type ExitCode } from "../terms/exit-code.ts";
import type { Asked } from "./ask-flags.ts";
import { chooseInputs } from "./input.ts";
import { readDeclarations } from "./installation.ts";
import { lookAtInputs } from "./look-at-inputs.ts";
import { print } from "./print.ts";
import { howRead } from "./reading-flags.ts";

/** `--show-prompt`: exactly what would be sent, in full, on stdout. Sends nothing and needs no model. */
export async function showPrompt({ directive, files, flags, context }: Asked): Promise<ExitCode> {
  const [first, ...others] = chooseInputs({ files, noInput: !flags.input, fromTerminal: false });
  const how = howRead(flags);
  const looked = first ? await lookAtInputs([first, ...others], { how, signal: context.signal }) : null;
  const sample = looked?.sample ?? null;
  const shown = sample && !flags.sample ? withoutValues(sample) : sample;
  await print(describePrompt(buildPrompt({ directive, sample: shown, declarations: readDeclarations() })));
  return EXIT.done;
}
