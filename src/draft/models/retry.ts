import type { Waiting } from "../../terms/event.ts";
import { causes, codeOf, headersOf, statusOf } from "./client-error.ts";
import type { Patience } from "./stream-reply.ts";

/** A provider's word in a 429 for an account without money: no wait helps. */
const OUT_OF_QUOTA = /insufficient_quota|billing/;
/** How much of a wait is left to chance, so that many clients do not come back at once. */
const JITTER = 0.25;
const BACKOFF_MS_MOST = 16_000;

/** What is true only for now, by status. A status that is not here is told to the user at once. */
const PASSING: readonly { readonly statuses: readonly number[]; readonly reason: string }[] = [
  { statuses: [429], reason: "rate limited" },
  { statuses: [408, 504], reason: "the server was too slow" },
  { statuses: [503, 529], reason: "the server is busy" },
  { statuses: [500, 502], reason: "the server failed" },
];

/** Network errors that pass. Where nothing listens, or no host is of that name, asking again is no use. */
const PASSING_CODES = new Set(["ECONNRESET", "EPIPE", "EAI_AGAIN", "UND_ERR_SOCKET"]);

/**
 * The wait before a failed request is made again, or null where it is not. A wait that the server asks for
 * (`retry-after-ms`, or RFC 9110 `Retry-After` in seconds or as a date) is kept to, up to the most that is
 * waited; without one it doubles with each attempt. `random` is from 0 to 1.
 */
export function nextAttempt(
  error: unknown,
  made: number,
  { attemptsMost, backoffMs, waitMsMost }: Patience,
  { nowMs, random }: { readonly nowMs: number; readonly random: number },
): Waiting | null {
  const reason = passingReason(error);
  if (reason === null || made >= attemptsMost) return null;
  const askedMs = askedWaitMs(headersOf(error), nowMs);
  if (askedMs !== null && askedMs > waitMsMost) return null;
  const backedOffMs = Math.min(BACKOFF_MS_MOST, backoffMs * 2 ** (made - 1)) * (1 - JITTER * random);
  return { reason, waitMs: Math.round(askedMs ?? backedOffMs), attempt: made + 1, most: attemptsMost };
}

/** What the server asks to wait, or null. A date that has passed is no wait. */
export function askedWaitMs(headers: Headers | null, nowMs: number): number | null {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (exact >= 0) return exact;
  const asked = headers?.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

function passingReason(error: unknown): string | null {
  const status = statusOf(error);
  if (status === null) return isCut(error) ? "the connection was closed" : null;
  if (status === 429 && OUT_OF_QUOTA.test(codeOf(error))) return null;
  return PASSING.find(({ statuses }) => statuses.includes(status))?.reason ?? null;
}

function isCut(error: unknown): boolean {
  return causes(error).some(
    (one) => "code" in one && typeof one.code === "string" && PASSING_CODES.has(one.code),
  );
}
