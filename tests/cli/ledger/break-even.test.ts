import { describe, expect, test } from "vitest";
import { commandStats } from "../../../src/cli/ledger/break-even.ts";
import { statsOfOne } from "../../../src/cli/ledger/stats-text.ts";
import type { RunTotals, Spending } from "../../../src/keep/ledger/read-stats.ts";
import type { Usage } from "../../../src/terms/draft.ts";
import type { Price } from "../../../src/terms/price.ts";

const PRICE: Price = { input: 2, output: 8, cached: 1 };
const RUNS: RunTotals = {
  name: "c",
  runs: 5,
  failed: 1,
  since: "2026-01-02T00:00:00.000Z",
  wallMs: 10,
  counted: 4,
  bytesIn: 16_000,
};

function spent(usage: Usage): Spending {
  const request = { model: "m", host: "h", promptSha256: "p", replySha256: null, usage, latencyMs: 1 };
  return { saved: "c", sha256: "s", requests: [request] };
}

function statsOf(spendings: readonly Spending[], price: Price | null, runs: RunTotals | null = RUNS) {
  return commandStats("c", { spendings, runs, price: () => price, asked: "m" });
}

describe("break-even", () => {
  // 4,000 tokens of input in 4 runs: 1,000 a run, $0.002 a run.
  test.each<[string, readonly Spending[], Price | null, RunTotals | null, number | null]>([
    ["in money by the price that is set", [spent({ inputTokens: 1000, outputTokens: 1000 })], PRICE, RUNS, 5],
    [
      "in money as the server named it",
      [spent({ inputTokens: 1, outputTokens: 1, costUsd: 0.02 })],
      PRICE,
      RUNS,
      10,
    ],
    ["in tokens where no price is known", [spent({ inputTokens: 2500, outputTokens: 1 })], null, RUNS, 3],
    ["at once where no model was asked", [], PRICE, RUNS, 0],
    ["not known where nothing ran", [spent({ inputTokens: 1, outputTokens: 1 })], PRICE, null, null],
    [
      "not known where no run was counted",
      [spent({ inputTokens: 1, outputTokens: 1 })],
      PRICE,
      { ...RUNS, counted: 0, bytesIn: 0 },
      null,
    ],
    [
      "not known where the inputs were empty",
      [spent({ inputTokens: 1, outputTokens: 1 })],
      PRICE,
      { ...RUNS, bytesIn: 0 },
      null,
    ],
  ])("is %s", (_, spendings, price, runs, expected) => {
    expect(statsOf(spendings, price, runs).breakEvenRuns).toBe(expected);
  });

  test("is shown with its arithmetic", () => {
    const text = statsOfOne(statsOf([spent({ inputTokens: 1000, outputTokens: 1000 })], PRICE));
    expect(text).toContain("1,000 tokens in and 1,000 out: $0.010\n");
    expect(text).toContain("4 runs read 16,000 bytes; of 1 it is not known\n");
    expect(text).toContain("16,000 bytes / 4 bytes a token = 4,000 tokens for the inputs alone\n");
    expect(text).toContain("4,000 tokens x $2 a million (m) = $0.0080\n");
    expect(text).toContain("$0.0080 / 4 runs = $0.0020 a run\n");
    expect(text).toContain("$0.010 / $0.0020 a run: after 5 runs\n");
  });

  test("names no price that nobody set", () => {
    const text = statsOfOne(statsOf([spent({ inputTokens: 1000, outputTokens: 1000 })], null));
    expect(text).not.toContain("$");
    expect(text).toContain("writ config 'prices.m'");
  });
});
