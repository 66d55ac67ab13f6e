import { estimateTokens, type Message } from "./message.ts";

/**
 * Everything that would be sent, word for word, with each part's name and about how many tokens it is; which of it is the
 * same for every directive, so that a provider that has it in its cache asks less for it.
 */
export function describePrompt(messages: readonly Message[]): string {
  const parts = messages.flatMap((one) => one.parts.map((part) => ({ role: one.role, ...part })));
  const sections = parts.map(({ role, name, text, isFixed }) => {
    const about = `about ${estimateTokens(text)} tokens${isFixed ? ", the same for every directive" : ""}`;
    return `--- ${role}: ${name} (${about})\n${text}\n`;
  });
  const [all, fixed] = [parts, parts.filter(({ isFixed }) => isFixed)].map(sum);
  const total = `--- in all about ${all} tokens, estimated as four characters each; the first ${fixed} are the same for every directive\n`;
  return `${sections.join("\n")}\n${total}`;
}

function sum(parts: readonly { readonly text: string }[]): number {
  return parts.reduce((total, { text }) => total + estimateTokens(text), 0);
}
