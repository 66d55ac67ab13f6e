import type { Usage } from "../../terms/draft.ts";
import type { Message } from "../prompt/message.ts";
import type { Endpoint } from "./resolve-endpoint.ts";

/**
 * What a provider yields: the reply in pieces, then its end. `finishReason` is the provider's word (`stop`,
 * `length`, …), `null` where the stream ended without one. `usage` only where the provider counts.
 */
export type ReplyPart =
  | { readonly type: "delta"; readonly text: string }
  | { readonly type: "done"; readonly finishReason: string | null; readonly usage?: Usage };

export interface ReplyRequest {
  readonly endpoint: Endpoint;
  readonly messages: readonly Message[];
  /** Aborting throws the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  readonly waits?: Waits;
}

/** How long to wait for the first piece of a reply (a local server may load the model first), then for each. */
export interface Waits {
  readonly firstMs: number;
  readonly nextMs: number;
}

export const DEFAULT_WAITS: Waits = { firstMs: 180_000, nextMs: 60_000 };

/** Asks a model. Failures are thrown as WritError `model-unreachable`, `model-refused` or `model-unusable`. */
export type StreamReply = (request: ReplyRequest) => AsyncGenerator<ReplyPart, void, void>;
