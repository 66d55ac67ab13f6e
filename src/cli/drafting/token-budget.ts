import { contentOf, estimateTokens, type Message } from "../../draft/prompt/message.ts";
import type { DraftPart } from "../../session/collaborators.ts";
import type { Draft } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";

type Drafting = AsyncGenerator<DraftPart, Draft, void>;

/**
 * What all requests of one directive may take together. Counted by the provider where it counts, else estimated
 * as four characters each.
 */
export interface TokenBudget {
  /** Throws `over-budget` where these messages would go beyond it. */
  open(messages: readonly Message[]): void;
  /** Pass a draft on and count it. Throws `over-budget` as soon as a reply goes beyond it. */
  count(messages: readonly Message[], drafting: Drafting): Drafting;
}

/** `null`: any number. */
export function createBudget(tokensMost: number | null): TokenBudget {
  let usedTokens = 0;
  const refuseOver = (nextTokens: number) => {
    if (tokensMost === null || usedTokens + nextTokens <= tokensMost) return;
    throw new WritError({ kind: "over-budget", usedTokens, nextTokens, tokensMost });
  };
  return {
    open: (messages) => refuseOver(promptTokens(messages)),
    async *count(messages, drafting) {
      const asked = promptTokens(messages);
      let reply = "";
      try {
        for (;;) {
          const { value, done } = await drafting.next();
          if (done) {
            usedTokens += value.usage
              ? value.usage.inputTokens + value.usage.outputTokens
              : asked + estimateTokens(reply);
            return value;
          }
          if (value.type === "delta") reply += value.text;
          refuseOver(asked + estimateTokens(reply));
          yield value;
        }
      } finally {
        await drafting.return(undefined as never);
      }
    },
  };
}

/** Throws `usage`. */
export function parseTokens(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new WritError({
    kind: "usage",
    problem: `--max-tokens is ${JSON.stringify(text)}, and must be a whole number from 1 to 999999999`,
  });
}

function promptTokens(messages: readonly Message[]): number {
  return messages.reduce((sum, one) => sum + estimateTokens(contentOf(one)), 0);
}
