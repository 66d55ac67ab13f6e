// What stands between writ and a model in an evaluation: a server on loopback that writ asks like any other endpoint.
// It hands requests on to a live endpoint and writes down what came back, or answers from what was written down.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Endpoint } from "../../src/draft/models/resolve-endpoint.ts";
import { type Exchange, promptHash } from "./exchange.ts";
import { readStream } from "./read-stream.ts";

/** Where replies come from. */
export type ReplySource =
  | { readonly kind: "live"; readonly endpoint: Endpoint }
  | { readonly kind: "recorded"; readonly exchanges: ReadonlyMap<string, readonly Exchange[]> };

/** One reply that was given to a task, and whether the prompt was the one that it was recorded for. */
export interface Given extends Exchange {
  readonly samePrompt: boolean | null;
}

export interface ModelBridge {
  /** The base URL at which a task is asked about. */
  urlFor(task: string): string;
  /** What was answered to a task so far, in order. */
  given(task: string): readonly Given[];
  close(): Promise<void>;
}

/** `onReply`: told each reply of a live endpoint. */
export async function openModelBridge(
  source: ReplySource,
  onReply: (exchange: Exchange) => void = () => {},
): Promise<ModelBridge> {
  const given = new Map<string, Given[]>();
  const server = createServer(async (request, response) => {
    const [, folder = "", path = ""] = /^\/([^/]*)\/v1(\/.*)$/.exec(request.url ?? "") ?? [];
    const task = decodeURIComponent(folder);
    const so = given.get(task) ?? [];
    given.set(task, so);
    try {
      const answered = await answer({ source, task, path, attempt: so.length + 1, request, response });
      if (!answered) return;
      so.push(answered);
      if (source.kind === "live") onReply(withoutComparison(answered));
    } catch (error) {
      refuse(response, 502, (error as Error).message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (task) => `http://127.0.0.1:${port}/${encodeURIComponent(task)}/v1`,
    given: (task) => given.get(task) ?? [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asked {
  readonly source: ReplySource;
  readonly task: string;
  readonly path: string;
  readonly attempt: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(asked: Asked): Promise<Given | null> {
  const { source, task, path, attempt, request, response } = asked;
  if (path !== "/chat/completions") {
    refuse(response, 404, `there is no ${path} here`);
    return null;
  }
  const body = await textOf(request);
  const hash = promptHash((JSON.parse(body) as { messages?: unknown }).messages ?? null);
  if (source.kind === "live") return handOn({ ...asked, endpoint: source.endpoint, body, hash });
  const recorded = source.exchanges.get(task)?.[attempt - 1];
  if (!recorded) {
    refuse(response, 404, "nothing was recorded for this attempt");
    return null;
  }
  replay(response, recorded);
  return { ...recorded, samePrompt: recorded.promptSha256 === hash };
}

async function handOn(
  asked: Asked & { readonly endpoint: Endpoint; readonly body: string; readonly hash: string },
): Promise<Given | null> {
  const { endpoint, body, hash, task, attempt, response } = asked;
  const started = performance.now();
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const live = await fetch(`${endpoint.baseURL}/chat/completions`, {
    method: "POST",
    body,
    signal: gone.signal,
    headers: {
      "content-type": "application/json",
      ...(endpoint.apiKey ? { authorization: `Bearer ${endpoint.apiKey}` } : {}),
    },
  });
  response.writeHead(live.status, passed(live.headers));
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of live.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    response.write(chunk);
  }
  response.end();
  if (!live.ok) return null;
  const at = new Date().toISOString();
  const latencyMs = Math.round(performance.now() - started);
  const read = readStream(text);
  const { model } = endpoint;
  return { v: 1, task, attempt, model, at, promptSha256: hash, latencyMs, samePrompt: null, ...read };
}

function passed(headers: Headers): Record<string, string> {
  const names = ["content-type", "retry-after", "retry-after-ms"];
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : [])));
}

function replay(response: ServerResponse, { reply, finishReason, usage }: Exchange): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  const send = (event: object) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const piece = (delta: object, finish_reason: string | null) => ({
    ...{ id: "recorded", object: "chat.completion.chunk", created: 0, model: "recorded" },
    choices: [{ index: 0, delta, finish_reason }],
  });
  send(piece({ role: "assistant", content: reply }, null));
  send(piece({}, finishReason));
  if (usage) {
    const { inputTokens: prompt_tokens, outputTokens: completion_tokens } = usage;
    const total_tokens = prompt_tokens + completion_tokens;
    send({ ...piece({}, null), choices: [], usage: { prompt_tokens, completion_tokens, total_tokens } });
  }
  response.end("data: [DONE]\n\n");
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "evaluation", code: null } }));
}

function withoutComparison({ samePrompt: _, ...exchange }: Given): Exchange {
  return exchange;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
