import { helpersFor } from "../../terms/helpers.ts";
import type { Sample } from "../../terms/sample.ts";
import { chooseHelpers } from "./choose-helpers.ts";
import { CONTRACT } from "./contract.ts";
import { fence } from "./fence.ts";
import { contentOf, estimateTokens, type Message, type PromptPart } from "./message.ts";
import { othersPart } from "./others-part.ts";
import { samplePart } from "./sample-part.ts";
import { shortenDeclarations } from "./shorten-declarations.ts";

export interface PromptInput {
  readonly directive: string;
  /** `null`: there is no input. */
  readonly sample: Sample | null;
  /** What a snippet can see, as TypeScript declarations. */
  readonly declarations: string;
  /**
   * A draft to improve on: with what a stage said that it failed, or with what the user wants changed, in the
   * user's words.
   */
  readonly previous?: PreviousDraft;
}

type PreviousDraft =
  | { readonly code: string; readonly diagnostics: string }
  | { readonly code: string; readonly words: string };

/**
 * The messages to send for a directive, what never changes first, so that a provider can cache it. A repair
 * only adds messages after those of the first attempt.
 */
export function buildPrompt({ directive, sample, declarations, previous }: PromptInput): readonly Message[] {
  const { base, helpers } = chooseHelpers(declarations, helpersFor(directive));
  return [
    message(
      "system",
      { name: "contract", text: CONTRACT },
      {
        name: "declarations",
        text: `What a snippet can see:\n\n${codeBlock(shortenDeclarations(base))}`,
      },
    ),
    message(
      "user",
      { name: "sample", text: [samplePart(sample), othersPart(sample)].filter(Boolean).join("\n\n") },
      ...(helpers ? [helpersPart(helpers)] : []),
      { name: "directive", text: `The directive:\n${directive}` },
    ),
    ...(previous ? improveMessages(previous) : []),
  ];
}

/** Everything that would be sent, word for word, with each part's name and about how many tokens it is. */
export function describePrompt(messages: readonly Message[]): string {
  const sections = messages.flatMap((one) =>
    one.parts.map((part) => `--- ${one.role}: ${part.name} (${tokensText(part.text)})\n${part.text}\n`),
  );
  const total = messages.reduce((sum, one) => sum + estimateTokens(contentOf(one)), 0);
  return `${sections.join("\n")}\n--- in all about ${total} tokens, estimated as four characters each\n`;
}

function helpersPart(helpers: string): PromptPart {
  const text = `"writ" exports these too; use what makes the module shorter:\n\n${codeBlock(helpers)}`;
  return { name: "helpers", text };
}

function improveMessages(previous: PreviousDraft): Message[] {
  const draft = codeBlock(previous.code.trim());
  return [
    message("assistant", { name: "draft", text: draft }),
    "words" in previous ? revisionMessage(previous.words) : repairMessage(previous.diagnostics),
  ];
}

function repairMessage(diagnostics: string): Message {
  const text = `That module does not pass:\n${fence("DIAGNOSTICS", diagnostics.trim())}\nReply with the whole module, corrected, in one \`\`\`ts block.`;
  return message("user", { name: "diagnostics", text });
}

function revisionMessage(words: string): Message {
  const text = `Change that module:\n${words.trim()}\n\nKeep what this does not speak of. Reply with the whole module in one \`\`\`ts block.`;
  return message("user", { name: "revision", text });
}

function codeBlock(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\``;
}

function message(role: Message["role"], ...parts: PromptPart[]): Message {
  return { role, parts };
}

function tokensText(text: string): string {
  return `about ${estimateTokens(text)} tokens`;
}
