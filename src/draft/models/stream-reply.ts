import type { Usage } from "../../terms/draft.ts";
import type { Waiting } from "../../terms/event.ts";
import type { Message } from "../prompt/message.ts";
import type { Endpoint } from "./resolve-endpoint.ts";

/**
 * What a provider yields: waits before it is asked again, the reply in pieces, then its end. `finishReason` is
 * the provider's word (`stop`, `length`, `content_filter`, …), `null` where the stream ended without one.
 * `isRefusal`: the text is the model's reason to decline. `usage` only where the provider counts.
 */
export type ReplyPart =
  | { readonly type: "delta"; readonly text: string }
  | ({ readonly type: "waiting" } & Waiting)
  | {
      readonly type: "done";
      readonly finishReason: string | null;
      readonly isRefusal?: true;
      readonly usage?: Usage;
    };

export interface ReplyRequest {
  readonly endpoint: Endpoint;
  readonly messages: readonly Message[];
  /** Aborting throws the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  readonly patience?: Patience;
  readonly parameters?: ModelParameters;
}

/** How a model is to answer. What is absent is not sent: the server decides. */
export interface ModelParameters {
  readonly temperature?: number;
  readonly seed?: number;
  /** How long a reasoning model thinks: `low`, `medium`, `high` and what else it knows. */
  readonly reasoningEffort?: string;
  /** Thoughts included. */
  readonly outputTokensMost?: number;
}

/**
 * How long a reply is waited for: its first piece (a local server may load the model first), each next one,
 * and all of it; and how often the request is made where the server says that it is for now only.
 */
export interface Patience {
  readonly firstMs: number;
  readonly nextMs: number;
  readonly totalMs: number;
  readonly attemptsMost: number;
  /** The wait before the second attempt, where the server names none; each further one doubles it. */
  readonly backoffMs: number;
  /** A server that asks for a longer wait is not asked again. */
  readonly waitMsMost: number;
}

export const DEFAULT_PATIENCE: Patience = {
  firstMs: 180_000,
  nextMs: 60_000,
  totalMs: 600_000,
  attemptsMost: 4,
  backoffMs: 1000,
  waitMsMost: 60_000,
};

/** Asks a model. Failures are thrown as WritError of the kinds `model-…`. */
export type StreamReply = (request: ReplyRequest) => AsyncGenerator<ReplyPart, void, void>;
