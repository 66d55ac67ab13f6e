import type { ReplyRequest, StreamReply } from "../../draft/models/stream-reply.ts";
import { contentOf, estimateTokens } from "../../draft/prompt/message.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Usage } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";
import type { ModelRequest } from "../../terms/model-request.ts";
import { costOf, type Price } from "../../terms/price.ts";
import type { Budget } from "./budget.ts";

/**
 * Counts what all requests of one directive take, and ends what goes beyond its budget. By the server where it
 * counts, else estimated as four characters a token; thoughts that a server neither counts nor shows are missed.
 */
export interface Meter {
  /**
   * Ask, counted: not at all where the question alone would go beyond the budget, and no further than it goes. Throws
   * `over-budget`, `over-cost`.
   */
  count(stream: StreamReply): StreamReply;
  /** The requests that ended since this was asked last. */
  take(): readonly ModelRequest[];
}

/** What is allowed, and what it is counted in. `price` null: not known, and then there is no budget in money. */
interface Terms {
  readonly budget: Budget;
  readonly price: Price | null;
  readonly nowMs: () => number;
}

export function createMeter(terms: Terms): Meter {
  const { budget, price, nowMs } = terms;
  let ended: ModelRequest[] = [];
  let used: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 };

  const count = (stream: StreamReply): StreamReply =>
    async function* (request) {
      const question = estimated(request, "", price);
      refuseOver(used, question, budget);
      const startedMs = nowMs();
      let reply = "";
      let usage = NOTHING;
      try {
        for await (const part of stream(withBounds(request, used, question, terms))) {
          if (part.type === "delta") {
            reply += part.text;
            usage = estimated(request, reply, price);
            refuseOver(used, usage, budget);
          }
          if (part.type !== "done") yield part;
          else {
            usage = counted(part.usage, estimated(request, reply, price), price);
            yield { ...part, usage };
          }
        }
      } catch (error) {
        // A server that took the question and was not waited for may bill it; one that refused it does not.
        const isSlow = error instanceof WritError && error.failure.kind === "model-slow";
        if (isSlow && error.failure.wait !== "connect") usage = estimated(request, reply, price);
        throw error;
      } finally {
        used = sum(used, usage);
        ended.push({ ...about(request, reply), usage, latencyMs: Math.round(nowMs() - startedMs) });
      }
    };

  return {
    count,
    take() {
      const taken = ended;
      ended = [];
      return taken;
    },
  };
}

const NOTHING: Usage = { inputTokens: 0, outputTokens: 0, countedBy: "estimated" };

function about(request: ReplyRequest, reply: string): Omit<ModelRequest, "usage" | "latencyMs"> {
  const { model, host } = request.endpoint;
  const promptSha256 = sha256(request.messages.map(contentOf).join("\n\n"));
  return { model, host, promptSha256, replySha256: reply === "" ? null : sha256(reply) };
}

function estimated({ messages }: ReplyRequest, reply: string, price: Price | null): Usage {
  const inputTokens = messages.reduce((total, one) => total + estimateTokens(contentOf(one)), 0);
  return priced({ inputTokens, outputTokens: estimateTokens(reply), countedBy: "estimated" }, price);
}

/** Fewer characters than this come to one token, whatever is written. */
const CHARS_A_TOKEN_MOST = 80;
const IMPLAUSIBLE = CHARS_A_TOKEN_MOST / 4;

/** The server's count, unless it is far below what was sent and came: some send zeros, and no budget would hold then. */
function counted(told: Usage | undefined, estimate: Usage, price: Price | null): Usage {
  if (told === undefined) return estimate;
  const isPlausible =
    told.inputTokens * IMPLAUSIBLE >= estimate.inputTokens &&
    told.outputTokens * IMPLAUSIBLE >= estimate.outputTokens;
  if (isPlausible) return priced({ ...told, countedBy: "server" }, price);
  return told.costUsd === undefined ? estimate : { ...estimate, costUsd: told.costUsd };
}

/** A cost that the server itself names stands. */
function priced(usage: Usage, price: Price | null): Usage {
  if (usage.costUsd !== undefined || price === null) return usage;
  return { ...usage, costUsd: costOf(usage, price) };
}

function refuseOver(used: Usage, next: Usage, { tokensMost, usdMost }: Budget): void {
  const [usedTokens, nextTokens] = [tokensOf(used), tokensOf(next)];
  if (tokensMost !== null && usedTokens + nextTokens > tokensMost) {
    throw new WritError({ kind: "over-budget", usedTokens, nextTokens, tokensMost });
  }
  const [usedUsd, nextUsd] = [used.costUsd ?? 0, next.costUsd ?? 0];
  if (usdMost !== null && usedUsd + nextUsd > usdMost) {
    throw new WritError({ kind: "over-cost", usedUsd, nextUsd, usdMost });
  }
}

/** The server is told what is left, so that it stops by itself. */
function withBounds(
  request: ReplyRequest,
  used: Usage,
  question: Usage,
  { budget, price }: Terms,
): ReplyRequest {
  const byTokens = (budget.tokensMost ?? Infinity) - tokensOf(used) - tokensOf(question);
  const leftUsd = (budget.usdMost ?? Infinity) - (used.costUsd ?? 0) - (question.costUsd ?? 0);
  const byUsd = price === null || price.output === 0 ? Infinity : (leftUsd / price.output) * 1_000_000;
  const most = Math.max(1, Math.floor(Math.min(byTokens, byUsd)));
  if (most === Infinity) return request;
  return { ...request, parameters: { ...request.parameters, outputTokensMost: most } };
}

function sum(one: Usage, other: Usage): Usage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    costUsd: (one.costUsd ?? 0) + (other.costUsd ?? 0),
  };
}

function tokensOf({ inputTokens, outputTokens }: Usage): number {
  return inputTokens + outputTokens;
}
