import { describe, expect, test } from "vitest";
import { askedWaitMs, nextAttempt } from "../../../src/draft/models/retry.ts";
import { DEFAULT_PATIENCE } from "../../../src/draft/models/stream-reply.ts";

const NOW_MS = Date.parse("2026-01-01T00:00:00Z");
const CHANCE = { nowMs: NOW_MS, random: 0 };

function answered(status: number, headers: Record<string, string> = {}, code = "") {
  return Object.assign(new Error("no"), { status, headers: new Headers(headers), code });
}

function broken(code: string) {
  return new Error("Connection error.", { cause: Object.assign(new Error("fetch failed"), { code }) });
}

describe("askedWaitMs", () => {
  test.each([
    [{ "retry-after": "3" }, 3000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
    [{ "retry-after": "Wed, 31 Dec 2025 23:00:00 GMT" }, 0],
    [{ "retry-after-ms": "20", "retry-after": "3" }, 20],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("reads %j as %s", (headers, waitMs) => {
    expect(askedWaitMs(new Headers(headers as Record<string, string>), NOW_MS)).toBe(waitMs);
  });
});

describe("nextAttempt", () => {
  test.each([
    ["a rate limit", answered(429), "rate limited"],
    ["a busy server", answered(503), "the server is busy"],
    ["a failed server", answered(500), "the server failed"],
    ["a failed gateway", answered(502), "the server failed"],
    ["a closed connection", broken("ECONNRESET"), "the connection was closed"],
  ])("is made after %s", (_, error, reason) => {
    expect(nextAttempt(error, 1, DEFAULT_PATIENCE, CHANCE)).toEqual({
      reason,
      waitMs: 1000,
      attempt: 2,
      most: 4,
    });
  });

  test.each([
    ["a wrong key", answered(401)],
    ["an unknown model", answered(404)],
    ["an account without money", answered(429, {}, "insufficient_quota")],
    ["a wait longer than the most", answered(429, { "retry-after": "3600" })],
    ["a port that nobody listens on", broken("ECONNREFUSED")],
    ["a host that does not exist", broken("ENOTFOUND")],
  ])("is not made after %s", (_, error) => {
    expect(nextAttempt(error, 1, DEFAULT_PATIENCE, CHANCE)).toBeNull();
  });

  test("is not made once there were as many as may be", () => {
    expect(nextAttempt(answered(503), 3, DEFAULT_PATIENCE, CHANCE)?.attempt).toBe(4);
    expect(nextAttempt(answered(503), 4, DEFAULT_PATIENCE, CHANCE)).toBeNull();
  });

  test("doubles the wait, and leaves a part of it to chance", () => {
    const waits = [1, 2, 3].map((made) => nextAttempt(answered(500), made, DEFAULT_PATIENCE, CHANCE)?.waitMs);
    expect(waits).toEqual([1000, 2000, 4000]);
    const lucky = nextAttempt(answered(500), 1, DEFAULT_PATIENCE, { ...CHANCE, random: 1 });
    expect(lucky?.waitMs).toBe(750);
  });

  test("waits as long as the server asks, and not less by chance", () => {
    const asked = answered(429, { "retry-after": "3" });
    expect(nextAttempt(asked, 1, DEFAULT_PATIENCE, { ...CHANCE, random: 1 })?.waitMs).toBe(3000);
  });
});
