import type { ChatCompletion, ChatCompletionChunk } from "openai/resources/chat/completions";
import type { Usage } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import { contentOf, type Message } from "../prompt/message.ts";
import type { Endpoint } from "./resolve-endpoint.ts";
import { scrub } from "./scrub.ts";
import type { ReplyPart } from "./stream-reply.ts";

/** A model may think long before it answers, and not without end. */
const THOUGHT_CHARS_MOST = 1024 * 1024;

/** The parts of a streamed reply. `onPiece` hears of every piece, thoughts included. Throws the reason of `stop`. */
export async function* readChunks(
  chunks: AsyncIterable<ChatCompletionChunk>,
  {
    host,
    stop,
    onPiece,
  }: { readonly host: string; readonly stop: AbortSignal; readonly onPiece: () => void },
): AsyncGenerator<ReplyPart, void, void> {
  let finishReason: string | null = null;
  let usage: Usage | undefined;
  let isRefusal = false;
  let thoughtChars = 0;
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content || choice?.delta?.refusal;
    const thought = thoughtOf(choice?.delta);
    if (text || thought) onPiece();
    thoughtChars += thought.length;
    if (thoughtChars > THOUGHT_CHARS_MOST) {
      throw unusable(host, `it thought for ${THOUGHT_CHARS_MOST} characters and gave no answer`);
    }
    isRefusal ||= Boolean(choice?.delta?.refusal);
    if (text) yield { type: "delta", text };
    finishReason = choice?.finish_reason ?? finishReason;
    usage = toUsage(chunk, host) ?? usage;
  }
  // The client ends an aborted stream as if it were complete.
  stop.throwIfAborted();
  yield done(finishReason, isRefusal, usage);
}

/** A reply that came whole, from a server that does not stream. */
export function* readWhole(
  body: string,
  { endpoint, messages }: { readonly endpoint: Endpoint; readonly messages: readonly Message[] },
): Generator<ReplyPart, void, void> {
  const { host, apiKey } = endpoint;
  const answer = parse(body, host);
  const problem = errorText(answer.error);
  if (problem !== null) {
    const prompt = messages.map(contentOf).join("\n");
    throw unusable(host, `it holds an error: ${scrub(problem, { key: apiKey, prompt })}`);
  }
  const choice = answer.choices?.[0];
  if (choice?.message === undefined) throw unusable(host, "it is JSON without choices");
  const { content, refusal } = choice.message;
  const text = content || refusal;
  if (text) yield { type: "delta", text };
  yield done(choice.finish_reason ?? null, !content && Boolean(refusal), toUsage(answer, host));
}

type Answer = Partial<ChatCompletion> & { readonly error?: unknown };

function parse(body: string, host: string): Answer {
  try {
    const answer: unknown = JSON.parse(body);
    return Object(answer) as Answer;
  } catch {
    throw unusable(host, "it says that it is JSON, and is not");
  }
}

function errorText(error: unknown): string | null {
  if (error === undefined || error === null) return null;
  const { message } = Object(error) as { message?: unknown };
  return typeof message === "string" ? message : JSON.stringify(error);
}

function done(finishReason: string | null, isRefusal: boolean, usage: Usage | undefined): ReplyPart {
  return {
    type: "done",
    finishReason,
    ...(isRefusal ? { isRefusal: true } : {}),
    ...(usage ? { usage } : {}),
  };
}

/** Thoughts are not part of the protocol: servers call them by one of two names. */
function thoughtOf(delta: object | undefined): string {
  const { reasoning_content: one, reasoning: other } = Object(delta) as Record<string, unknown>;
  return typeof one === "string" ? one : typeof other === "string" ? other : "";
}

/** The host whose `usage.cost` is known to be US dollars: a credit there is a dollar. Elsewhere it may be anything. */
const COUNTS_IN_USD = "openrouter.ai";

/** What a server counts may be missing, or nothing that can be counted: then it counts as not told. */
function toUsage({ usage }: Pick<Answer | ChatCompletionChunk, "usage">, host: string): Usage | undefined {
  if (!usage) return undefined;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage;
  if (!isCount(inputTokens) || !isCount(outputTokens)) return undefined;
  const cachedTokens = usage.prompt_tokens_details?.cached_tokens;
  const { cost } = usage as { readonly cost?: unknown };
  return {
    inputTokens,
    outputTokens,
    ...(cachedTokens && isCount(cachedTokens) ? { cachedTokens } : {}),
    ...(host === COUNTS_IN_USD && isAmount(cost) ? { costUsd: cost } : {}),
  };
}

function isCount(tokens: unknown): tokens is number {
  return Number.isSafeInteger(tokens) && (tokens as number) >= 0;
}

function isAmount(cost: unknown): cost is number {
  return Number.isFinite(cost) && (cost as number) >= 0;
}

function unusable(host: string, detail: string): WritError {
  return new WritError({ kind: "model-unusable", host, detail });
}
