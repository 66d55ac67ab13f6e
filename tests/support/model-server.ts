// A real HTTP server on loopback that speaks the streaming chat completions protocol and answers from a
// script, one reply for each request, the last one for all that follow. Alone:
//   node tests/support/model-server.ts --port 0 --reply FILE [--reply FILE …]
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** One scripted answer. */
export type ScriptedReply =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Characters of each piece, 16 unless told. */
      readonly chunkChars?: number;
      /** Wait before each piece, and before the first one; none unless told. */
      readonly delayMs?: number;
      readonly firstMs?: number;
      /** Thoughts that come first, in the field that servers of reasoning models use. */
      readonly thoughts?: string;
      /** The text comes as a refusal, not as content. */
      readonly isRefusal?: true;
      readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
      /** `stop` unless told; `null` ends the stream without one. */
      readonly finishReason?: string | null;
    }
  /** An error status with a body as the protocol has it; `headers` such as `retry-after-ms`. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly message: string;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Some text, then the connection is cut. */
  | { readonly kind: "cut"; readonly text: string }
  /** Some text, then silence until the client goes. */
  | { readonly kind: "hang"; readonly text: string }
  /** An error reported inside the stream. */
  | { readonly kind: "stream-error"; readonly text: string; readonly message: string }
  /** The same piece again and again until the client goes; `%` in it counts up. */
  | { readonly kind: "endless"; readonly text: string; readonly delayMs?: number }
  /** The connection is closed before anything is answered. */
  | { readonly kind: "reset" }
  /** Nothing is ever answered. */
  | { readonly kind: "silent" }
  /** A whole reply as one document, from a server that does not stream. */
  | { readonly kind: "whole"; readonly text: string }
  /** Any other answer: a page, a document, bytes. */
  | {
      readonly kind: "raw";
      readonly status: number;
      readonly type: string;
      readonly body: string | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    };

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { role: string; content: string }[];
  };
}

export interface ModelServer {
  /** The base URL to configure, ending in `/v1`. */
  readonly url: string;
  /** What was asked so far, in order. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/**
 * `script`: the replies in order, or plain texts. `port` 0 takes a free one. `models`: what `GET /v1/models`
 * lists; `null` answers it with 404.
 */
export async function startModelServer(
  script: readonly (ScriptedReply | string)[],
  { port = 0, models = null }: { port?: number; models?: readonly string[] | null } = {},
): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    const asked = await record(request);
    if (asked.method === "GET" && asked.path === "/v1/models" && models !== null) {
      const data = models.map((id) => ({ id, object: "model", created: 0, owned_by: "scripted" }));
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end(JSON.stringify({ object: "list", data }));
    }
    if (asked.method !== "POST" || !asked.path.endsWith("/chat/completions")) {
      return sendError(response, { kind: "error", status: 404, message: `no such path: ${asked.path}` });
    }
    requests.push(asked);
    const reply = script[Math.min(requests.length, script.length) - 1] ?? "";
    await answer(response, typeof reply === "string" ? { kind: "text", text: reply } : reply);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    body: text === "" ? {} : JSON.parse(text),
  };
}

async function answer(response: ServerResponse, reply: ScriptedReply): Promise<void> {
  switch (reply.kind) {
    case "error":
      return sendError(response, reply);
    case "raw":
      response.writeHead(reply.status, { "content-type": reply.type, ...reply.headers }).end(reply.body);
      return;
    case "whole":
      return sendWhole(response, reply.text);
    case "reset":
      response.destroy();
      return;
    case "silent":
      return;
    default:
      return stream(response, reply);
  }
}

const CUT_MS = 100;

type Streamed = Extract<ScriptedReply, { kind: "text" | "cut" | "hang" | "stream-error" | "endless" }>;

async function stream(response: ServerResponse, reply: Streamed): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  response.flushHeaders();
  if (reply.kind === "endless") return sendEndless(response, reply);
  await sendText(response, reply);
  if (reply.kind === "cut") {
    // What is cut off at once takes along what was sent and not read yet.
    await wait(CUT_MS);
    response.destroy();
  }
  if (reply.kind === "stream-error") sendEvent(response, { error: { message: reply.message } });
  if (reply.kind === "text") sendEnd(response, reply);
  if (reply.kind !== "hang" && reply.kind !== "cut") response.end("data: [DONE]\n\n");
}

async function sendText(response: ServerResponse, reply: Exclude<Streamed, { kind: "endless" }>) {
  const { delayMs, firstMs, chunkChars, thoughts, isRefusal }: Partial<Extract<Streamed, { kind: "text" }>> =
    reply.kind === "text" ? reply : {};
  const size = chunkChars ?? 16;
  sendEvent(response, chunk({ delta: { role: "assistant", content: "" }, finish_reason: null }));
  if (firstMs) await wait(firstMs);
  if (thoughts) sendEvent(response, chunk({ delta: { reasoning_content: thoughts }, finish_reason: null }));
  for (let from = 0; from < reply.text.length && !response.destroyed; from += size) {
    if (delayMs) await wait(delayMs);
    const piece = reply.text.slice(from, from + size);
    const delta = isRefusal ? { refusal: piece } : { content: piece };
    sendEvent(response, chunk({ delta, finish_reason: null }));
  }
}

async function sendEndless(
  response: ServerResponse,
  { text, delayMs = 0 }: { text: string; delayMs?: number },
) {
  for (let count = 0; !response.destroyed; count++) {
    const content = text.replace("%", String(count));
    sendEvent(response, chunk({ delta: { content }, finish_reason: null }));
    await wait(delayMs);
  }
}

function sendWhole(response: ServerResponse, content: string): void {
  const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
  const body = { id: "scripted", object: "chat.completion", created: 0, model: "scripted", choices };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function sendEnd(response: ServerResponse, reply: Extract<ScriptedReply, { kind: "text" }>): void {
  if (reply.finishReason !== null) {
    sendEvent(response, chunk({ delta: {}, finish_reason: reply.finishReason ?? "stop" }));
  }
  if (reply.usage) {
    const { inputTokens, outputTokens } = reply.usage;
    const usage = {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    };
    sendEvent(response, { ...chunk(null), usage });
  }
}

function chunk(choice: object | null): object {
  const choices = choice ? [{ index: 0, ...choice }] : [];
  return { id: "scripted", object: "chat.completion.chunk", created: 0, model: "scripted", choices };
}

function sendEvent(response: ServerResponse, data: object): void {
  if (!response.destroyed) response.write(`data: ${JSON.stringify(data)}\n\n`);
}

function sendError(
  response: ServerResponse,
  { status, message, code = "", headers }: Extract<ScriptedReply, { kind: "error" }>,
) {
  const body = JSON.stringify({ error: { message, type: "scripted", code: code || null } });
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: { port: { type: "string" }, reply: { type: "string", multiple: true } },
  });
  const replies = (values.reply ?? []).map((file) => readFileSync(file, "utf8"));
  const { url } = await startModelServer(replies, { port: Number(values.port ?? 0) });
  console.log(url);
}
