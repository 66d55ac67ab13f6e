import { PRICE_FORM, parsePrice, parseUsd } from "../../terms/price.ts";
import { type Setting, wrongValue } from "./setting.ts";

/** How a model answers, and what that may take: none is sent or held unless it is set. */
export const ANSWER_SETTINGS: readonly Setting[] = [
  {
    key: "model.temperature",
    summary: "how much is left to chance in a reply; a model that takes none is asked without",
    ...numberFrom(0, 2, /^\d(?:\.\d{1,3})?$/, "a number from 0 to 2 such as 0.2"),
    environment: null,
    initial: null,
  },
  {
    key: "model.seed",
    summary: "asks for the same reply to the same prompt, where the server knows that",
    ...numberFrom(0, 2_147_483_647, /^\d{1,10}$/, "a whole number from 0 to 2147483647"),
    environment: null,
    initial: null,
  },
  {
    key: "model.reasoning_effort",
    summary: "how long a reasoning model thinks",
    ...matching(/^[a-z]{1,20}$/, "a word that the model knows: none, minimal, low, medium, high, xhigh"),
    environment: null,
    initial: null,
  },
  {
    key: "model.max_tokens",
    summary: "tokens that all requests of one directive may take together; --max-tokens wins",
    ...matching(/^[1-9]\d{0,8}$/, "a whole number from 1 to 999999999"),
    environment: null,
    initial: null,
  },
  {
    key: "model.max_cost",
    summary: "US dollars that they may cost together; --max-cost wins; needs a price for the model",
    ...test((value) => parseUsd(value) !== null, "an amount in US dollars above 0, such as 0.05"),
    environment: null,
    initial: null,
  },
];

/** The price of one model: the row for every key under `[prices]`. */
export function priceSetting(key: string): Setting {
  return {
    key,
    summary: "what the model's tokens cost",
    ...test((value) => parsePrice(value) !== null, PRICE_FORM),
    environment: null,
    initial: null,
  };
}

type Allowed = Pick<Setting, "allowed" | "problem">;

function numberFrom(least: number, most: number, form: RegExp, allowed: string): Allowed {
  return test((value) => form.test(value) && Number(value) >= least && Number(value) <= most, allowed);
}

function matching(form: RegExp, allowed: string): Allowed {
  return test((value) => form.test(value), allowed);
}

function test(isAllowed: (value: string) => boolean, allowed: string): Allowed {
  return { allowed, problem: (value) => (isAllowed(value) ? null : wrongValue(value, allowed)) };
}
