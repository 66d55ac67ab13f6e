import type { Draft } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { isLoop } from "./loop.ts";
import { streamReply } from "./models/openai-compatible.ts";
import { scrub } from "./models/scrub.ts";
import type { ReplyPart, ReplyRequest, StreamReply } from "./models/stream-reply.ts";
import { contentOf } from "./prompt/message.ts";
import { readReply } from "./reply.ts";

/** A reply this long is a model that does not come to an end. */
const REPLY_CHARS_MOST = 256 * 1024;
/** A reply that grows is looked at again after so many characters. */
const LOOK_CHARS = 1024;
const EXCERPT_CHARS = 160;

export interface DraftRequest extends ReplyRequest {
  readonly directive: string;
  readonly stream?: StreamReply;
}

/** What comes before a draft is there. */
type DraftPart = Exclude<ReplyPart, { type: "done" }>;
type End = Extract<ReplyPart, { type: "done" }>;

/**
 * Ask a model for a draft: yields the reply as it comes, returns the draft. `usage` is the provider's count.
 *
 * @throws WritError `model-unusable` with an excerpt where the reply holds no code, was cut off, repeats itself
 * or does not end, `model-declined`, and what the provider throws.
 */
export async function* draftWithModel({
  directive,
  stream = streamReply,
  ...request
}: DraftRequest): AsyncGenerator<DraftPart, Draft, void> {
  const { host, model } = request.endpoint;
  const fail = (problem: string, text: string) => unusable(problem, text, request);
  let text = "";
  let end: End = { type: "done", finishReason: null };
  let lookedAt = 0;
  for await (const part of stream(request)) {
    if (part.type === "done") end = part;
    else yield part;
    if (part.type !== "delta") continue;
    text += part.text;
    if (text.length > REPLY_CHARS_MOST) throw fail(`it is longer than ${REPLY_CHARS_MOST} characters`, text);
    if (text.length < lookedAt + LOOK_CHARS) continue;
    lookedAt = text.length;
    if (isLoop(text)) throw fail("it says the same again and again", text);
  }
  refuseDeclined(end, text, request);
  const reply = readReply(text, { endedByItself: end.finishReason === "stop" });
  if (!reply.ok) throw fail(reply.problem + limitNote(end.finishReason), text);
  const draft: Draft = { directive, code: reply.code, origin: { kind: "model", model, host }, values: {} };
  return end.usage ? { ...draft, usage: end.usage } : draft;
}

function refuseDeclined({ finishReason, isRefusal }: End, text: string, request: ReplyRequest): void {
  const { host } = request.endpoint;
  const said = excerptOf(text, request) || "it gave no reason";
  if (finishReason === "content_filter") {
    throw new WritError({ kind: "model-declined", host, by: "filter", detail: said });
  }
  if (isRefusal) throw new WritError({ kind: "model-declined", host, by: "model", detail: said });
}

function limitNote(finishReason: string | null): string {
  return finishReason === "length" ? " (it reached the model's own limit of tokens)" : "";
}

function unusable(problem: string, text: string, request: ReplyRequest): WritError {
  const { host } = request.endpoint;
  const excerpt = excerptOf(text, request);
  const detail = excerpt === "" ? problem : `${problem}. It begins: ${excerpt}`;
  return new WritError({ kind: "model-unusable", host, detail });
}

function excerptOf(text: string, { endpoint, messages }: ReplyRequest): string {
  const start = text.trim().slice(0, EXCERPT_CHARS * 4);
  if (start === "") return "";
  const line = scrub(start, { key: endpoint.apiKey, prompt: messages.map(contentOf).join("\n") });
  return line.length > EXCERPT_CHARS ? `${line.slice(0, EXCERPT_CHARS)}…` : line;
}
