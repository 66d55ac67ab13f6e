import { buildPrompt, describePrompt } from "../draft/prompt/build-prompt.ts";
import { takeSample } from "../sample/take-sample.ts";
import { withoutValues } from "../sample/without-values.ts";
import { EXIT, type ExitCode } from "../terms/exit-code.ts";
import type { Asked } from "./ask-flags.ts";
import { chooseInputs, readHead } from "./input.ts";
import { readDeclarations } from "./installation.ts";
import { print } from "./print.ts";
import { howRead } from "./reading-flags.ts";

/** `--show-prompt`: exactly what would be sent, in full, on stdout. Sends nothing and needs no model. */
export async function showPrompt({ directive, files, flags, context }: Asked): Promise<ExitCode> {
  const [first] = chooseInputs({ files, noInput: !flags.input, fromTerminal: false });
  const head = first ? await readHead(first, context.signal) : null;
  const sample = head
    ? await takeSample({
        input: first!.name,
        head: head.bytes,
        complete: head.complete,
        from: flags.from ?? "auto",
        how: howRead(flags),
      })
    : null;
  const shown = sample && !flags.sample ? withoutValues(sample) : sample;
  await print(describePrompt(buildPrompt({ directive, sample: shown, declarations: readDeclarations() })));
  return EXIT.done;
}
