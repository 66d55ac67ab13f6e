import type { Endpoint } from "../../draft/models/resolve-endpoint.ts";
import type { ModelParameters } from "../../draft/models/stream-reply.ts";
import { WritError } from "../../terms/failure.ts";
import { type Price, parsePrice } from "../../terms/price.ts";
import type { AskFlags } from "../arguments/ask-flags.ts";
import type { Context } from "../context.ts";
import type { Config } from "../settings/config.ts";
import { type Budget, readBudget } from "./budget.ts";

/** How a model is asked, and what that may take. */
export interface ModelTerms {
  readonly parameters: ModelParameters;
  readonly budget: Budget;
  /** Null where none is set for this model. */
  readonly price: Price | null;
}

/**
 * By the flags, else the settings. Throws `usage`; `no-price` where there is a budget in money and nobody knows what
 * the model costs.
 */
export async function modelTerms(
  { flags, context }: { readonly flags: Pick<AskFlags, "maxTokens" | "maxCost">; readonly context: Context },
  endpoint: Endpoint | null,
): Promise<ModelTerms> {
  const config = endpoint === null ? {} : await context.config();
  const budget = readBudget({
    maxTokens: flags.maxTokens ?? config.max_tokens,
    maxCost: flags.maxCost ?? config.max_cost,
  });
  const price = endpoint === null ? null : priceOf(endpoint.model, config);
  if (endpoint !== null && budget.usdMost !== null && price === null) {
    throw new WritError({ kind: "no-price", model: endpoint.model });
  }
  return { parameters: parametersOf(config), budget, price };
}

/** The price that the user set for a model, or null. */
export function priceOf(model: string, { prices = {} }: Config): Price | null {
  const set = Object.hasOwn(prices, model) ? prices[model] : undefined;
  return set === undefined ? null : parsePrice(set);
}

// The values were validated when they were read.
function parametersOf({ temperature, seed, reasoning_effort }: Config): ModelParameters {
  return {
    ...(temperature === undefined ? {} : { temperature: Number(temperature) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(reasoning_effort === undefined ? {} : { reasoningEffort: reasoning_effort }),
  };
}
