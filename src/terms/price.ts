import type { Usage } from "./draft.ts";

/** What a model's tokens cost, in US dollars per million. `cached`: input that the provider had in its cache. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

export const PRICE_FORM =
  "two or three numbers, US dollars per million tokens in, out, and in from the cache, such as 0.25 2 0.025";

const MILLION = 1_000_000;
const NUMBER = /^\d{1,9}(?:\.\d{1,9})?$/;

/** `0.25 2 0.025`; without a third number cached input costs what other input does. Null where it is no price. */
export function parsePrice(text: string): Price | null {
  const words = text.trim().split(/[\s,]+/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => NUMBER.test(word))) return null;
  const [input, output, cached = input] = words.map(Number) as [number, number, number?];
  return { input, output, cached };
}

/** US dollars for the tokens of one or more requests. */
export function costOf({ inputTokens, outputTokens, cachedTokens = 0 }: Usage, price: Price): number {
  const cached = Math.min(cachedTokens, inputTokens);
  const fresh = inputTokens - cached;
  return (fresh * price.input + cached * price.cached + outputTokens * price.output) / MILLION;
}

/** `$12.30`, `$0.0042`; two places from a dollar on, else two digits that count. */
export function formatUsd(usd: number): string {
  if (usd === 0) return "$0";
  if (usd >= 1) return `$${usd.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
  const places = Math.min(12, 1 - Math.floor(Math.log10(usd)));
  return `$${usd.toFixed(places)}`;
}

/** An amount as it is typed: `0.05`, `$0.05`. Null where it is none, or nothing. */
export function parseUsd(text: string): number | null {
  const number = text.trim().replace(/^\$/, "");
  return NUMBER.test(number) && Number(number) > 0 ? Number(number) : null;
}
