import type { Draft, Usage } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { visibleLine } from "../terms/visible.ts";
import { streamReply } from "./models/openai-compatible.ts";
import type { ReplyRequest, StreamReply } from "./models/stream-reply.ts";
import { readReply } from "./reply.ts";

/** A reply this long is a model that repeats itself. */
const REPLY_CHARS_MOST = 256 * 1024;
const EXCERPT_CHARS = 160;

export interface DraftRequest extends ReplyRequest {
  readonly directive: string;
  readonly stream?: StreamReply;
}

/**
 * Ask a model for a draft: yields the reply as it comes, returns the draft. `usage` is the provider's count.
 *
 * @throws WritError `model-unusable` with an excerpt where the reply holds no code or was cut off, and what
 * the provider throws.
 */
export async function* draftWithModel({
  directive,
  stream = streamReply,
  ...request
}: DraftRequest): AsyncGenerator<{ readonly type: "delta"; readonly text: string }, Draft, void> {
  const { host, model } = request.endpoint;
  let text = "";
  let usage: Usage | undefined;
  let finishReason: string | null = null;
  for await (const part of stream(request)) {
    if (part.type === "done")
      ({ usage, finishReason } = { usage: part.usage, finishReason: part.finishReason });
    else {
      text += part.text;
      yield part;
    }
    if (text.length > REPLY_CHARS_MOST)
      throw unusable(host, `it is longer than ${REPLY_CHARS_MOST} characters`, text);
  }
  const reply = readReply(text, { endedByItself: finishReason === "stop" });
  if (!reply.ok) throw unusable(host, reply.problem + limitNote(finishReason), text);
  const draft: Draft = { directive, code: reply.code, origin: { kind: "model", model, host }, values: {} };
  return usage ? { ...draft, usage } : draft;
}

function limitNote(finishReason: string | null): string {
  return finishReason === "length" ? " (it reached the model's own limit of tokens)" : "";
}

function unusable(host: string, problem: string, text: string): WritError {
  const line = visibleLine(text.trim());
  const excerpt = line.length > EXCERPT_CHARS ? `${line.slice(0, EXCERPT_CHARS)}…` : line;
  const detail = excerpt === "" ? problem : `${problem}. It begins: ${excerpt}`;
  return new WritError({ kind: "model-unusable", host, detail });
}
