import { WritError } from "../../terms/failure.ts";
import { parseUsd } from "../../terms/price.ts";

/** What all requests of one directive may take together. Null: any amount. */
export interface Budget {
  readonly tokensMost: number | null;
  readonly usdMost: number | null;
}

/** As typed, else as the settings have it. Throws `usage` naming what was typed. */
export function readBudget(typed: {
  readonly maxTokens?: string | undefined;
  readonly maxCost?: string | undefined;
}): Budget {
  return { tokensMost: readTokens(typed.maxTokens), usdMost: readUsd(typed.maxCost) };
}

function readTokens(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw wrong("--max-tokens", text, "a whole number from 1 to 999999999");
}

function readUsd(text: string | undefined): number | null {
  if (text === undefined) return null;
  const usd = parseUsd(text);
  if (usd === null) throw wrong("--max-cost", text, "an amount in US dollars above 0, such as 0.05");
  return usd;
}

function wrong(flag: string, text: string, allowed: string): WritError {
  return new WritError({
    kind: "usage",
    problem: `${flag} is ${JSON.stringify(text)}, and must be ${allowed}`,
  });
}
