import http from "node:http";
import type { ChatCompletionChunk, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { Usage } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import { contentOf } from "../prompt/message.ts";
import { modelFailure } from "./model-failure.ts";
import type { Endpoint } from "./resolve-endpoint.ts";
import { DEFAULT_WAITS, type ReplyPart, type ReplyRequest } from "./stream-reply.ts";

/** Retries of a request that failed before it was answered; the client waits 0.5 to 8 s, or as told. */
const RETRIES = 2;

/**
 * Ask any server that speaks the chat completions protocol, streaming. The client is loaded on first use,
 * takes nothing from the environment by itself, and logs nothing.
 *
 * @throws WritError `model-unreachable`, `model-refused` or `model-unusable`; the signal's reason if aborted.
 */
export async function* streamReply({
  endpoint,
  messages,
  signal,
  waits = DEFAULT_WAITS,
}: ReplyRequest): AsyncGenerator<ReplyPart, void, void> {
  const silence = silenceAlarm(waits.firstMs);
  const restoreProxy = endpoint.loopback ? goDirect() : () => {};
  try {
    const stop = anyOf(signal, silence.signal);
    const chunks = await openStream(endpoint, messages.map(toParam), stop);
    yield* readChunks(chunks, stop, () => silence.reset(waits.nextMs));
  } catch (error) {
    signal?.throwIfAborted();
    throw modelFailure(silence.signal.aborted ? silence.signal.reason : error, endpoint);
  } finally {
    silence.stop();
    restoreProxy();
  }
}

async function openStream(
  endpoint: Endpoint,
  messages: ChatCompletionMessageParam[],
  signal: AbortSignal,
): Promise<AsyncIterable<ChatCompletionChunk>> {
  const { OpenAI } = await import("openai");
  const client = new OpenAI({
    ...FROM_NO_ENVIRONMENT,
    baseURL: endpoint.baseURL,
    apiKey: endpoint.apiKey ?? "none",
    ...(endpoint.apiKey === null ? { defaultHeaders: { authorization: null } } : {}),
    maxRetries: RETRIES,
    // A sample goes to the host that was agreed to, and not where that host points.
    fetchOptions: { redirect: "error" },
    logLevel: "off",
  });
  const { data, response } = await client.chat.completions
    .create(
      { model: endpoint.model, messages, stream: true, stream_options: { include_usage: true } },
      { signal },
    )
    .withResponse();
  const type = response.headers.get("content-type") ?? "nothing";
  if (!type.includes("text/event-stream")) {
    data.controller.abort();
    const detail = `it answers with ${type.split(";")[0]}, not with a stream; does the address end in /v1?`;
    throw new WritError({ kind: "model-unusable", host: endpoint.host, detail });
  }
  return data;
}

const FROM_NO_ENVIRONMENT = { adminAPIKey: null, organization: null, project: null, webhookSecret: null };

async function* readChunks(
  chunks: AsyncIterable<ChatCompletionChunk>,
  stop: AbortSignal,
  onChunk: () => void,
): AsyncGenerator<ReplyPart, void, void> {
  let finishReason: string | null = null;
  let usage: Usage | undefined;
  for await (const chunk of chunks) {
    onChunk();
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content ?? choice?.delta?.refusal;
    if (text) yield { type: "delta", text };
    finishReason = choice?.finish_reason ?? finishReason;
    usage = toUsage(chunk) ?? usage;
  }
  // The client ends an aborted stream as if it were complete.
  stop.throwIfAborted();
  yield usage ? { type: "done", finishReason, usage } : { type: "done", finishReason };
}

function toUsage({ usage }: ChatCompletionChunk): Usage | undefined {
  return usage
    ? { inputTokens: usage.prompt_tokens ?? 0, outputTokens: usage.completion_tokens ?? 0 }
    : undefined;
}

function toParam(message: ReplyRequest["messages"][number]): ChatCompletionMessageParam {
  return { role: message.role, content: contentOf(message) };
}

function anyOf(signal: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([signal, other]) : other;
}

/** Aborts its signal when nothing came for as long as was said last. */
function silenceAlarm(firstMs: number): { signal: AbortSignal; reset(ms: number): void; stop(): void } {
  const controller = new AbortController();
  const abortAfter = (ms: number) =>
    setTimeout(() => controller.abort(new Error(`nothing came from it for ${ms / 1000} s`)), ms);
  let timer = abortAfter(firstMs);
  return {
    signal: controller.signal,
    reset(ms) {
      clearTimeout(timer);
      timer = abortAfter(ms);
    },
    stop: () => clearTimeout(timer),
  };
}

// With NODE_USE_ENV_PROXY a proxy from the environment would get what is meant to stay on this machine. Node
// sees no setting without an address, so one that nothing uses is given. Absent before Node 24.14.
function goDirect(): () => void {
  const unused = "http://127.0.0.1:9";
  const settings = { http_proxy: unused, https_proxy: unused, no_proxy: "*" };
  return http.setGlobalProxyFromEnv?.(settings) ?? (() => {});
}
