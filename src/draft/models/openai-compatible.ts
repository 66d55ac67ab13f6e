import { setTimeout as sleep } from "node:timers/promises";
import type { OpenAI } from "openai";
import type { ChatCompletionChunk, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { WritError } from "../../terms/failure.ts";
import { contentOf } from "../prompt/message.ts";
import { clientFor, goDirect } from "./client.ts";
import { codeOf, statusOf } from "./client-error.ts";
import { knownModels } from "./known-models.ts";
import { modelFailure } from "./model-failure.ts";
import { type OptionalFields, optionalFields, withoutRefused } from "./optional-fields.ts";
import { patienceAlarm } from "./patience-alarm.ts";
import { readChunks, readWhole } from "./read-answer.ts";
import { nextAttempt } from "./retry.ts";
import { DEFAULT_PATIENCE, type ReplyPart, type ReplyRequest } from "./stream-reply.ts";

/**
 * Ask any server that speaks the chat completions protocol, streaming. The client is loaded on first use,
 * takes nothing from the environment by itself, and logs nothing. A request that failed before any of the
 * reply came is made again where that may help, after a wait that is yielded first; a field that the model does not
 * take is left out then.
 *
 * @throws WritError of a kind `model-…`; the signal's reason if aborted.
 */
export async function* streamReply(request: ReplyRequest): AsyncGenerator<ReplyPart, void, void> {
  const { endpoint, signal, patience = DEFAULT_PATIENCE } = request;
  const restoreProxy = endpoint.loopback ? goDirect() : () => {};
  try {
    const client = await clientFor(endpoint);
    let fields = optionalFields(request);
    for (let attempts = 1; ; attempts++) {
      const failed = yield* tryOnce(client, request, fields);
      if (failed === null) return;
      const fewer = failed.hasBegun ? null : withoutRefused(failed.error, fields);
      if (fewer !== null) {
        fields = fewer.fields;
        const { attemptsMost: most } = patience;
        yield {
          type: "waiting",
          reason: fewer.reason,
          waitMs: 0,
          attempt: attempts--,
          most,
          isChanged: true,
        };
        continue;
      }
      const chance = { nowMs: Date.now(), random: Math.random() };
      const waiting = failed.hasBegun ? null : nextAttempt(failed.error, attempts, patience, chance);
      if (waiting === null) throw await explain(failed, attempts, client, request);
      yield { type: "waiting", ...waiting };
      await sleep(waiting.waitMs, undefined, signal ? { signal } : {});
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    restoreProxy();
  }
}

interface Failed {
  readonly error: unknown;
  /** A part of the reply had come, and was passed on. */
  readonly hasBegun: boolean;
}

/** One request; null where its reply came to its end. */
async function* tryOnce(
  client: OpenAI,
  request: ReplyRequest,
  fields: OptionalFields,
): AsyncGenerator<ReplyPart, Failed | null, void> {
  const { endpoint, signal, patience = DEFAULT_PATIENCE } = request;
  const alarm = patienceAlarm(endpoint.host, patience);
  const stop = signal ? AbortSignal.any([signal, alarm.signal]) : alarm.signal;
  let hasBegun = false;
  try {
    for await (const part of answer(client, request, { fields, stop, onPiece: alarm.heard })) {
      hasBegun = true;
      yield part;
    }
    return null;
  } catch (error) {
    return { error: alarm.signal.aborted ? alarm.signal.reason : error, hasBegun };
  } finally {
    alarm.stop();
  }
}

async function* answer(
  client: OpenAI,
  { endpoint, messages }: ReplyRequest,
  {
    fields,
    stop,
    onPiece,
  }: { readonly fields: OptionalFields; readonly stop: AbortSignal; readonly onPiece: () => void },
): AsyncGenerator<ReplyPart, void, void> {
  const { Stream } = await import("openai/streaming");
  const given = new AbortController();
  const response = await client.chat.completions
    .create(
      {
        model: endpoint.model,
        messages: messages.map(toParam),
        stream: true,
        ...fields.sent,
      },
      { signal: AbortSignal.any([stop, given.signal]) },
    )
    .asResponse();
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "nothing";
  if (type === "application/json") return yield* readWhole(await response.text(), { endpoint, messages });
  if (type !== "text/event-stream") {
    given.abort();
    const detail = `it is ${type}, not a stream; does the address end in /v1?`;
    throw new WritError({ kind: "model-unusable", host: endpoint.host, detail });
  }
  const chunks = Stream.fromSSEResponse<ChatCompletionChunk>(response, given, client);
  yield* readChunks(chunks, { host: endpoint.host, stop, onPiece });
}

/** What the last failure means; where the model's name may be wrong, with the names that are right. */
async function explain(
  failed: Failed,
  attempts: number,
  client: OpenAI,
  request: ReplyRequest,
): Promise<WritError> {
  const { host, model } = request.endpoint;
  if (mayBeUnknownModel(failed.error)) {
    const known = await knownModels(client, model, request.signal);
    if (known.length > 0 && !known.includes(model)) {
      return new WritError({ kind: "model-unknown", host, model, known }, { cause: failed.error });
    }
  }
  return modelFailure(failed.error, { ...request, hasBegun: failed.hasBegun, attempts });
}

function mayBeUnknownModel(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || (status === 400 && /model/i.test(`${codeOf(error)} ${(error as Error).message}`));
}

function toParam(message: ReplyRequest["messages"][number]): ChatCompletionMessageParam {
  return { role: message.role, content: contentOf(message) };
}
