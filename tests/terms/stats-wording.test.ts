import { describe, expect, test } from "vitest";
import { statsJson, wordProgress, wordStats } from "../../src/terms/stats-wording.ts";

const MIB = 1024 * 1024;
const tally = { recordsIn: 1200, bytesIn: 10 * MIB, recordsOut: 1, bytesOut: 120 };

test("figures of a run are one line", () => {
  expect(wordStats({ tally, wallMs: 2000, peakBytes: 84 * MIB })).toBe(
    "1,200 records (10M) in, 1 record (120 bytes) out, 2 s, 5M/s, peak memory 84M",
  );
  expect(wordStats({ tally: null, wallMs: 5, peakBytes: null })).toBe(
    "records and bytes unknown, 5 ms, peak memory unknown",
  );
});

test("and the same in JSON, where what is not known is null", () => {
  expect(JSON.parse(statsJson({ tally, wallMs: 2, peakBytes: 3 }))).toEqual({
    ...{ v: 1, ...tally, wallMs: 2, peakBytes: 3 },
  });
  expect(JSON.parse(statsJson({ tally: null, wallMs: 2, peakBytes: null }))).toEqual({
    ...{ v: 1, recordsIn: null, bytesIn: null, recordsOut: null, bytesOut: null, wallMs: 2, peakBytes: null },
  });
});

describe("progress says what is known", () => {
  test.each([
    [
      "share and time left where the size is known",
      40 * MIB,
      2000,
      "10M of 40M (25%), 1,200 records, 5M/s, 6 s left",
    ],
    ["no time left at the end", 10 * MIB, 2000, "10M of 10M (100%), 1,200 records, 5M/s"],
    ["a file that grew is not over 100 %", 5 * MIB, 2000, "10M of 5M (100%), 1,200 records, 5M/s"],
    ["long times in minutes", 4000 * MIB, 2000, "10M of 3.9G (0%), 1,200 records, 5M/s, 13 m left"],
    ["only what was read of a stream", null, 2000, "10M, 1,200 records, 5M/s"],
  ])("%s", (_, bytes, ms, line) => {
    expect(wordProgress(tally, { bytes, ms })).toBe(line);
  });
});
