import type { Example } from "../../terms/example.ts";
import { helpersFor } from "../../terms/helpers.ts";
import type { Sample } from "../../terms/sample.ts";
import { chooseHelpers } from "./choose-helpers.ts";
import { CONTRACT } from "./contract.ts";
import { examplesPart } from "./examples-part.ts";
import { codeBlock } from "./fence.ts";
import { improve, type Previous } from "./improve.ts";
import { type Message, message, type PromptPart } from "./message.ts";
import { othersPart } from "./others-part.ts";
import { samplePart } from "./sample-part.ts";
import { shortenDeclarations, tighten } from "./shorten-declarations.ts";

export interface PromptInput {
  readonly directive: string;
  /** `null`: there is no input. */
  readonly sample: Sample | null;
  /** What a snippet can see, as TypeScript declarations. */
  readonly declarations: string;
  /** What the module is to make of which input, kept with the directive as its tests. */
  readonly examples?: readonly Example[];
  readonly previous?: Previous;
}

/**
 * The messages to send for a directive, what never changes first, so that a provider can cache it. A repair
 * only adds messages after those of the first attempt.
 */
export function buildPrompt({
  directive,
  sample,
  declarations,
  examples = [],
  previous,
}: PromptInput): readonly Message[] {
  const { base, helpers } = chooseHelpers(declarations, helpersFor(directive));
  return [
    message(
      "system",
      { name: "contract", text: CONTRACT, isFixed: true },
      {
        name: "declarations",
        text: `What a snippet can see:\n\n${codeBlock(shortenDeclarations(base))}`,
        isFixed: true,
      },
    ),
    message(
      "user",
      { name: "sample", text: [samplePart(sample), othersPart(sample)].filter(Boolean).join("\n\n") },
      ...(helpers ? [helpersPart(tighten(helpers))] : []),
      ...(examples.length > 0 ? [{ name: "examples", text: examplesPart(examples) } as const] : []),
      { name: "directive", text: `The directive:\n${directive}` },
    ),
    ...(previous ? improve(previous) : []),
  ];
}

function helpersPart(helpers: string): PromptPart {
  const text = `"writ" exports these too; use what makes the module shorter:\n\n${codeBlock(helpers)}`;
  return { name: "helpers", text };
}
