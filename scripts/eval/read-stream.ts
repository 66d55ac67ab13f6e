import type { Exchange } from "./exchange.ts";

interface Chunk {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null };
    readonly message?: { readonly content?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

/** The reply in what a chat endpoint sent: events of a stream, or one document. */
export function readStream(text: string): Pick<Exchange, "reply" | "finishReason" | "usage"> {
  const chunks = chunksOf(text);
  const choices = chunks.flatMap(({ choices }) => choices?.[0] ?? []);
  const usage = chunks.findLast((chunk) => chunk.usage)?.usage;
  return {
    reply: choices.map(({ delta, message }) => (delta ?? message)?.content ?? "").join(""),
    finishReason: choices.findLast((choice) => choice.finish_reason)?.finish_reason ?? null,
    usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : null,
  };
}

function chunksOf(text: string): readonly Chunk[] {
  if (text.trimStart().startsWith("{")) return [JSON.parse(text) as Chunk];
  const events = text.split("\n").filter((line) => line.startsWith("data: ") && line !== "data: [DONE]");
  return events.map((line) => JSON.parse(line.slice("data: ".length)) as Chunk);
}
