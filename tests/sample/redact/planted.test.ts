import { describe, expect, test } from "vitest";
import { takeSample } from "../../../src/sample/take-sample.ts";
import { PLANTED, secretParts } from "./planted.ts";

const PLAIN = { at: "2025-10-10T10:00:00Z", level: "info", ms: 12, path: "/orders/17" };

async function sampled(text: string, from: "lines" | "ndjson" | "csv"): Promise<string> {
  const head = new TextEncoder().encode(text);
  const sample = await takeSample({ input: "planted", head, complete: true, from });
  expect(sample.records.length).toBeGreaterThan(0);
  return JSON.stringify(sample);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

describe.each(PLANTED)("$kind", (planted) => {
  const { field, value, inText } = planted;
  test.each([
    ["a log", "lines", `10:00:00 start\n10:00:01 INFO ${inText} in 12 ms\n10:00:02 /orders/17\n`],
    ["JSON", "ndjson", `${JSON.stringify({ ...PLAIN, [field]: value })}\n${JSON.stringify(PLAIN)}\n`],
    ["a message in JSON", "ndjson", `${JSON.stringify({ ...PLAIN, message: inText })}\n`],
    [
      "deep in JSON",
      "ndjson",
      `${JSON.stringify({ ...PLAIN, request: { headers: [{ [field]: value }] } })}\n`,
    ],
    ["CSV", "csv", `path,ms,${field}\n/orders/17,12,${quoted(value)}\n`],
  ] as const)("in %s is not in the sample, and what stands beside it is", async (_, from, text) => {
    const sample = await sampled(text, from);
    for (const part of secretParts(planted)) expect(sample).not.toContain(part);
    expect(sample).toContain("/orders/17");
  });
});
