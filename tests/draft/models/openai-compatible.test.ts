import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { streamReply } from "../../../src/draft/models/openai-compatible.ts";
import { type Endpoint, resolveEndpoint } from "../../../src/draft/models/resolve-endpoint.ts";
import {
  DEFAULT_PATIENCE,
  type ReplyPart,
  type ReplyRequest,
} from "../../../src/draft/models/stream-reply.ts";
import { WritError } from "../../../src/terms/failure.ts";
import { type ModelServer, type ScriptedReply, startModelServer } from "../../support/model-server.ts";

const KEY = "sk-test-0123456789abcdef";
const MESSAGES = [
  {
    role: "system",
    parts: [
      { name: "contract", text: "a" },
      { name: "declarations", text: "b" },
    ],
  },
  { role: "user", parts: [{ name: "directive", text: "c" }] },
] as const;

const servers: ModelServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(
  ...script: (ScriptedReply | string)[]
): Promise<{ server: ModelServer; endpoint: Endpoint }> {
  const server = await startModelServer(script);
  servers.push(server);
  return { server, endpoint: endpointAt(server.url, KEY) };
}

function endpointAt(url: string, key?: string): Endpoint {
  const env = { OPENAI_BASE_URL: url, OPENAI_API_KEY: key, WRIT_MODEL: "m" };
  return resolveEndpoint({ env, config: {} })!;
}

async function replyOf(request: Omit<ReplyRequest, "messages">): Promise<ReplyPart[]> {
  const parts: ReplyPart[] = [];
  for await (const part of streamReply({ messages: MESSAGES, ...request })) parts.push(part);
  return parts;
}

async function failureOf(request: Omit<ReplyRequest, "messages">): Promise<unknown> {
  const error = await replyOf(request).catch((error: unknown) => error);
  return error instanceof WritError ? error.failure : error;
}

describe("streamReply", () => {
  test("yields the text in pieces and the usage at the end", async () => {
    const { endpoint } = await serve({
      kind: "text",
      text: "hello world",
      chunkChars: 4,
      usage: { inputTokens: 12, outputTokens: 3 },
    });
    expect(await replyOf({ endpoint })).toEqual([
      { type: "delta", text: "hell" },
      { type: "delta", text: "o wo" },
      { type: "delta", text: "rld" },
      { type: "done", finishReason: "stop", usage: { inputTokens: 12, outputTokens: 3 } },
    ]);
  });

  test.each([1e308, 1.5, -1])("takes a count of %d tokens for none", async (outputTokens) => {
    const { endpoint } = await serve({ kind: "text", text: "x", usage: { inputTokens: 12, outputTokens } });
    expect((await replyOf({ endpoint })).at(-1)).toEqual({ type: "done", finishReason: "stop" });
  });

  test("sends the model, the messages, the key, and asks for the usage", async () => {
    const { server, endpoint } = await serve("x");
    await replyOf({ endpoint });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", path: "/v1/chat/completions" });
    expect(request!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(request!.body).toEqual({
      model: "m",
      stream: true,
      stream_options: { include_usage: true },
      messages: [
        { role: "system", content: "a\n\nb" },
        { role: "user", content: "c" },
      ],
    });
  });

  test("sends no authorization where there is no key", async () => {
    const { server } = await serve("x");
    await replyOf({ endpoint: endpointAt(server.url) });
    expect(server.requests[0]!.headers.authorization).toBeUndefined();
  });

  test("asks again where the server is busy", async () => {
    const busy: ScriptedReply = {
      kind: "error",
      status: 503,
      message: "loading",
      headers: { "retry-after-ms": "1" },
    };
    const { server, endpoint } = await serve(busy, "x");
    expect(await replyOf({ endpoint })).toContainEqual({ type: "delta", text: "x" });
    expect(server.requests).toHaveLength(2);
  });

  test("gives up after four requests and tells the status and the reason", async () => {
    const busy: ScriptedReply = {
      kind: "error",
      status: 429,
      message: "slow down",
      headers: { "retry-after-ms": "1" },
    };
    const { server, endpoint } = await serve(busy);
    expect(await failureOf({ endpoint })).toEqual({
      kind: "model-refused",
      host: endpoint.host,
      status: 429,
      detail: "slow down",
      attempts: 4,
    });
    expect(server.requests).toHaveLength(4);
  });

  test("does not repeat the key that a refusal echoes", async () => {
    const { endpoint } = await serve({
      kind: "error",
      status: 401,
      message: `Incorrect API key provided: ${KEY}`,
    });
    expect(await failureOf({ endpoint })).toEqual({
      kind: "model-refused",
      host: endpoint.host,
      status: 401,
      detail: "Incorrect API key provided: (the key)",
    });
  });

  test("says that the connection ended where the reply is cut in the middle", async () => {
    const { endpoint } = await serve({ kind: "cut", text: "half of it" });
    expect(await failureOf({ endpoint })).toMatchObject({
      kind: "model-unusable",
      detail: "the connection was closed in the middle",
    });
  });

  test("gives up on a server that falls silent", async () => {
    const { endpoint } = await serve({ kind: "hang", text: "half" });
    expect(await failureOf({ endpoint, patience: { ...DEFAULT_PATIENCE, nextMs: 20 } })).toEqual({
      kind: "model-slow",
      host: endpoint.host,
      wait: "next",
      waitedMs: 20,
    });
  });

  test("throws the reason of the signal where it is aborted", async () => {
    const { endpoint } = await serve({ kind: "hang", text: "half of it" });
    const controller = new AbortController();
    const reply = streamReply({ endpoint, messages: MESSAGES, signal: controller.signal });
    expect((await reply.next()).value).toEqual({ type: "delta", text: "half of it" });
    const reason = new WritError({ kind: "interrupted", signal: "SIGINT" });
    controller.abort(reason);
    await expect(reply.next()).rejects.toBe(reason);
  });

  test("passes on an error reported inside the stream", async () => {
    const { endpoint } = await serve({ kind: "stream-error", text: "ha", message: "out of memory" });
    expect(await failureOf({ endpoint })).toEqual({
      kind: "model-unusable",
      host: endpoint.host,
      detail: "its stream is broken: out of memory",
    });
  });

  test("tells a page from a stream", async () => {
    const { endpoint } = await serve({
      kind: "raw",
      status: 200,
      type: "text/html; charset=utf-8",
      body: "<html>",
    });
    expect(await failureOf({ endpoint })).toEqual({
      kind: "model-unusable",
      host: endpoint.host,
      detail: "it is text/html, not a stream; does the address end in /v1?",
    });
  });

  test("says that a stream which is not JSON is broken", async () => {
    const { endpoint } = await serve({
      kind: "raw",
      status: 200,
      type: "text/event-stream",
      body: "data: {oops\n\n",
    });
    expect(await failureOf({ endpoint })).toMatchObject({
      kind: "model-unusable",
      detail: expect.stringContaining("its stream is broken"),
    });
  });

  test("says that nothing listens where the connection is refused", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await failureOf({ endpoint: endpointAt(`http://127.0.0.1:${port}/v1`) })).toEqual({
      kind: "model-unreachable",
      host: `127.0.0.1:${port}`,
      detail: "connection refused, nothing listens there",
    });
  });

  test("goes to a loopback endpoint directly, whatever proxy the environment names", async () => {
    const { server } = await serve("x");
    const script = `
      import { streamReply } from "./src/draft/models/openai-compatible.ts";
      import { resolveEndpoint } from "./src/draft/models/resolve-endpoint.ts";
      const endpoint = resolveEndpoint({ env: process.env, config: {} });
      for await (const part of streamReply({ endpoint, messages: [] })) console.log(JSON.stringify(part));`;
    const root = fileURLToPath(new URL("../../../", import.meta.url));
    const proxy = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: "http://127.0.0.1:9" };
    const { stdout } = await promisify(execFile)(
      `${root}node_modules/.bin/node`,
      ["--input-type=module-typescript", "--eval", script],
      { cwd: root, env: { ...proxy, OPENAI_BASE_URL: server.url, WRIT_MODEL: "m" } },
    );
    expect(stdout).toContain('{"type":"delta","text":"x"}');
  });
});
