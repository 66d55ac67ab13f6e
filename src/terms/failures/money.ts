import { EXIT } from "../exit-code.ts";
import { formatUsd } from "../price.ts";
import type { Rows } from "./rows.ts";

/** What asking a model may take. */
export const MONEY: Rows<"over-budget" | "over-cost" | "no-price"> = {
  "over-budget": ({ usedTokens, nextTokens, tokensMost }) => ({
    title:
      usedTokens === 0
        ? `the budget of ${tokensMost} tokens is too small for one request, which takes about ${nextTokens}`
        : `the budget of ${tokensMost} tokens is used up: ${usedTokens} are used, and the next request takes about ${nextTokens}`,
    help: "allow more with --max-tokens, or send less with --no-sample",
    exitCode: EXIT.model,
  }),
  "over-cost": ({ usedUsd, nextUsd, usdMost }) => ({
    title:
      usedUsd === 0
        ? `the budget of ${formatUsd(usdMost)} is too small for one request, which costs at least ${formatUsd(nextUsd)}`
        : `the budget of ${formatUsd(usdMost)} is used up: ${formatUsd(usedUsd)} is spent, and the next request costs at least ${formatUsd(nextUsd)}`,
    help: "allow more with --max-cost, or choose a cheaper model with -m",
    exitCode: EXIT.model,
  }),
  "no-price": ({ model }) => ({
    title: `cannot hold a budget in money: no price is set for the model ${JSON.stringify(model)}`,
    help: `set it, in US dollars per million tokens in and out: writ config 'prices.${model}' "IN OUT"`,
    exitCode: EXIT.usage,
  }),
};
