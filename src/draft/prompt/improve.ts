import { codeBlock, fence } from "./fence.ts";
import { type Message, message } from "./message.ts";

/**
 * What came before the reply that is asked for: a draft, with what a stage said that it failed or with what the user
 * wants changed, in the user's words; or a reply without a draft, with what was wrong with it, after what came before.
 */
export type Previous =
  | { readonly code: string; readonly diagnostics: string }
  | { readonly code: string; readonly words: string }
  | { readonly reply: string; readonly problem: string; readonly before?: Previous };

/** So much of a reply that was no draft is shown to the model again. */
const REPLY_CHARS_MOST = 2000;

const WHOLE = "Reply with the whole module in one ```ts block.";

/** The messages that go on from the first attempt's. */
export function improve(previous: Previous): readonly Message[] {
  if ("reply" in previous)
    return [...(previous.before ? improve(previous.before) : []), ...askAgain(previous)];
  const draft = message("assistant", { name: "draft", text: codeBlock(previous.code.trim()) });
  return [draft, "words" in previous ? revision(previous.words) : repair(previous.diagnostics)];
}

/** The draft that is to be improved on, where there is one. */
export function previousCode(previous: Previous | undefined): string | undefined {
  if (previous === undefined) return undefined;
  return "code" in previous ? previous.code : previousCode(previous.before);
}

/** Asks for the rest of a reply that was cut off. */
export function continuation(begun: string): readonly Message[] {
  const text = "That was cut off. Go on with the very next character: no words, no new fence, nothing twice.";
  return [
    message("assistant", { name: "reply", text: begun }),
    message("user", { name: "continuation", text }),
  ];
}

function askAgain({ reply, problem }: Extract<Previous, { reply: string }>): readonly Message[] {
  const said = reply.trim().slice(0, REPLY_CHARS_MOST) || "(nothing)";
  const text = `That cannot be used: ${problem}. ${WHOLE}`;
  return [
    message("assistant", { name: "reply", text: said }),
    message("user", { name: "diagnostics", text }),
  ];
}

function repair(diagnostics: string): Message {
  const text = `That module does not pass:\n${fence("DIAGNOSTICS", diagnostics.trim())}\n${WHOLE}`;
  return message("user", { name: "diagnostics", text });
}

function revision(words: string): Message {
  const text = `Change that module:\n${words.trim()}\n\nKeep what this does not speak of. ${WHOLE}`;
  return message("user", { name: "revision", text });
}
