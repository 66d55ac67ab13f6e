import { expect, test } from "vitest";
import { createMeter } from "../../../src/cli/drafting/meter.ts";
import type { ReplyRequest } from "../../../src/draft/models/stream-reply.ts";
import type { Usage } from "../../../src/terms/draft.ts";

const REQUEST: ReplyRequest = {
  endpoint: { baseURL: "http://localhost:1/v1", model: "m", host: "localhost", loopback: true },
  messages: [{ role: "user", parts: [{ name: "directive", text: "x".repeat(4000) }] }],
} as unknown as ReplyRequest;

/** Ask once for 400 characters, and see what was counted. */
async function count(usage: Usage | undefined, tokensMost: number | null = null) {
  const price = { input: 1, output: 1, cached: 1 };
  const meter = createMeter({ budget: { tokensMost, usdMost: null }, price, nowMs: () => 0 });
  const ask = async () => {
    const replies = meter.count(async function* () {
      yield { type: "delta", text: "y".repeat(400) };
      yield { type: "done", finishReason: "stop", ...(usage ? { usage } : {}) };
    });
    for await (const _ of replies(REQUEST));
  };
  await ask();
  return { usage: meter.take()[0]!.usage, ask };
}

test.each([
  ["what a server says", { inputTokens: 900, outputTokens: 90 }, "server"],
  ["little of a text that is easily said", { inputTokens: 60, outputTokens: 6 }, "server"],
  ["nothing", undefined, "estimated"],
  ["zeros", { inputTokens: 0, outputTokens: 0 }, "estimated"],
  ["a reply of no tokens", { inputTokens: 900, outputTokens: 0 }, "estimated"],
  ["a token for all that was sent", { inputTokens: 1, outputTokens: 90 }, "estimated"],
] as const)("%s is counted", async (_name, told, countedBy) => {
  const { usage } = await count(told);
  expect(usage.countedBy).toBe(countedBy);
  if (countedBy === "server") expect(usage).toMatchObject(told);
  else expect(usage.inputTokens).toBeGreaterThanOrEqual(1000);
});

test("a cost that the server names stands, whatever it counts", async () => {
  const { usage } = await count({ inputTokens: 0, outputTokens: 0, costUsd: 0.5 });
  expect(usage).toMatchObject({ countedBy: "estimated", costUsd: 0.5 });
});

test("a budget of tokens holds against a server that counts none", async () => {
  const { ask } = await count({ inputTokens: 0, outputTokens: 0 }, 2000);
  await expect(ask()).rejects.toMatchObject({ failure: { kind: "over-budget" } });
});

test("a budget of tokens goes as far as a server counts", async () => {
  const { ask } = await count({ inputTokens: 500, outputTokens: 50 }, 2000);
  await expect(ask()).resolves.toBeUndefined();
});
