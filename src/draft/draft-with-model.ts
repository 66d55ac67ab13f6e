import type { Draft, Drafted, Undrafted, Usage } from "../terms/draft.ts";
import { WritError } from "../terms/failure.ts";
import { sumUsage } from "../terms/sum-usage.ts";
import { type Heard, type HeardPart, hear } from "./hear.ts";
import { streamReply } from "./models/openai-compatible.ts";
import { scrub, withoutKey } from "./models/scrub.ts";
import type { ReplyRequest, StreamReply } from "./models/stream-reply.ts";
import { continuation } from "./prompt/improve.ts";
import { contentOf } from "./prompt/message.ts";
import { joinReply } from "./reply/join.ts";
import { type Reply, readReply } from "./reply/read-reply.ts";

const EXCERPT_CHARS = 160;
/** What is kept of a reply without a draft. */
const KEPT_CHARS_MOST = 8192;

export interface DraftRequest extends ReplyRequest {
  readonly directive: string;
  /** Code of the draft that is to be improved on: edits in the reply are made to it. */
  readonly previous?: string | undefined;
  readonly stream?: StreamReply;
}

export type DraftPart = HeardPart | { readonly type: "continuing" };

/**
 * Ask a model for a draft: yields the reply as it comes, returns the draft, or the words that came in its place. A
 * reply that was cut off is asked for its rest once. `usage` is the provider's count of all requests.
 *
 * @throws WritError `model-declined` where a filter withheld the reply, and what the provider throws.
 */
export async function* draftWithModel(request: DraftRequest): AsyncGenerator<DraftPart, Drafted, void> {
  const { directive, stream = streamReply, previous, endpoint } = request;
  let heard = yield* hear(stream(request));
  let reply = read(heard, previous);
  if (isCutOff(reply)) {
    yield { type: "continuing" };
    const messages = [...request.messages, ...continuation(heard.text)];
    heard = joined(heard, yield* hear(stream({ ...request, messages })));
    reply = read(heard, previous);
  }
  refuseFiltered(heard, request);
  if (!reply.ok || heard.trouble !== null || heard.isRefusal) return undrafted(reply, heard, request);
  const { model, host } = endpoint;
  const draft: Draft = { directive, code: reply.code, origin: { kind: "model", model, host }, values: {} };
  return { ...draft, ...usageOf(heard) };
}

function read({ text, finishReason }: Heard, previous: string | undefined): Reply {
  const end = finishReason === "stop" ? "by-itself" : finishReason === "length" ? "at-limit" : "unknown";
  return readReply(text, { end, previous });
}

function isCutOff(reply: Reply): boolean {
  return !reply.ok && reply.kind === "cut-off";
}

function joined(begun: Heard, more: Heard): Heard {
  const usage = begun.usage && more.usage && sumUsage([begun.usage, more.usage]);
  const { usage: _, ...rest } = more;
  return { ...rest, text: joinReply(begun.text, more.text), ...(usage ? { usage } : {}) };
}

function refuseFiltered({ finishReason, text }: Heard, request: ReplyRequest): void {
  if (finishReason !== "content_filter") return;
  const detail = excerptOf(text, request) || "it gave no reason";
  throw new WritError({ kind: "model-declined", host: request.endpoint.host, by: "filter", detail });
}

function undrafted(reply: Reply, heard: Heard, request: ReplyRequest): Undrafted {
  const kept = (text: string) => withoutKey(text, request.endpoint.apiKey).slice(0, KEPT_CHARS_MOST);
  const said = {
    text: kept(heard.text),
    excerpt: excerptOf(heard.text, request),
    ...usageOf(heard),
  };
  if (heard.trouble !== null) return { kind: "hopeless", problem: heard.trouble, ...said };
  if (heard.isRefusal || reply.ok) return { kind: "refusal", problem: "", ...said };
  switch (reply.kind) {
    case "question":
    case "refusal":
      return { ...said, kind: reply.kind, problem: "", text: kept(reply.text) };
    case "cut-off":
      return { ...said, kind: "hopeless", problem: `${reply.problem}${atLimit(heard)}, twice` };
    case "unusable":
      return { ...said, kind: "unusable", problem: reply.problem };
  }
}

function atLimit({ finishReason }: Heard): string {
  return finishReason === "length" ? " (it reached the model's own limit of tokens)" : "";
}

function usageOf({ usage }: Heard): { readonly usage?: Usage } {
  return usage ? { usage } : {};
}

function excerptOf(text: string, { endpoint, messages }: ReplyRequest): string {
  const start = text.trim().slice(0, EXCERPT_CHARS * 4);
  if (start === "") return "";
  // What the model itself said before is no secret of the prompt.
  const asked = messages.filter(({ role }) => role !== "assistant");
  const line = scrub(start, { key: endpoint.apiKey, prompt: asked.map(contentOf).join("\n") });
  return line.length > EXCERPT_CHARS ? `${line.slice(0, EXCERPT_CHARS)}…` : line;
}
