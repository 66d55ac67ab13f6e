import { DEFAULT_PATIENCE, type Patience } from "../../draft/models/stream-reply.ts";
import { parseDurationMs } from "../../terms/limit.ts";
import type { Config } from "../settings/config.ts";

/** How long a model is waited for and how often it is asked, as the settings say. They were validated when read. */
export function patienceOf({ wait_first, wait_next, wait_total, attempts }: Config): Patience {
  return {
    ...DEFAULT_PATIENCE,
    firstMs: msOf(wait_first) ?? DEFAULT_PATIENCE.firstMs,
    nextMs: msOf(wait_next) ?? DEFAULT_PATIENCE.nextMs,
    totalMs: msOf(wait_total) ?? DEFAULT_PATIENCE.totalMs,
    attemptsMost: attempts === undefined ? DEFAULT_PATIENCE.attemptsMost : Number(attempts),
  };
}

function msOf(text: string | undefined): number | null {
  const ms = text === undefined ? null : parseDurationMs(text);
  return typeof ms === "number" ? ms : null;
}
