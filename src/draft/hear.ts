import type { Usage } from "../terms/draft.ts";
import { isLoop } from "./loop.ts";
import type { ReplyPart } from "./models/stream-reply.ts";

/** A reply this long is a model that does not come to an end. */
const REPLY_CHARS_MOST = 256 * 1024;
/** A reply that grows is looked at again after so many characters. */
const LOOK_CHARS = 1024;

/** A reply that was listened to. `trouble`: why it was not listened to any longer, as a clause. */
export interface Heard {
  readonly text: string;
  readonly finishReason: string | null;
  readonly isRefusal: boolean;
  readonly trouble: string | null;
  readonly usage?: Usage;
}

/** What is passed on of a reply while it comes. */
export type HeardPart = Exclude<ReplyPart, { type: "done" }>;

/**
 * Pass a reply on and gather it, up to its end, or to where it is longer than any module or repeats itself. What the
 * stream throws is thrown.
 */
export async function* hear(
  stream: AsyncGenerator<ReplyPart, void, void>,
): AsyncGenerator<HeardPart, Heard, void> {
  let text = "";
  let lookedAt = 0;
  for await (const part of stream) {
    if (part.type === "done") {
      const { finishReason, isRefusal = false, usage } = part;
      return { text, finishReason, isRefusal, trouble: null, ...(usage ? { usage } : {}) };
    }
    yield part;
    if (part.type !== "delta") continue;
    text += part.text;
    if (text.length > REPLY_CHARS_MOST)
      return stopped(text, `it is longer than ${REPLY_CHARS_MOST} characters`);
    if (text.length < lookedAt + LOOK_CHARS) continue;
    lookedAt = text.length;
    if (isLoop(text)) return stopped(text, "it says the same again and again");
  }
  return { text, finishReason: null, isRefusal: false, trouble: null };
}

function stopped(text: string, trouble: string): Heard {
  return { text, finishReason: null, isRefusal: false, trouble };
}
