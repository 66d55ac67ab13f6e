import { describe, expect, test } from "vitest";
import {
  cpuMsFor,
  formatBytes,
  formatMs,
  keptLimits,
  parseCount,
  parseCpuMs,
  parseDurationMs,
  parseLineBytes,
  parseSizeBytes,
} from "../../src/terms/limit.ts";

const MIB = 1024 * 1024;

describe("parseDurationMs", () => {
  test.each([
    ["10s", 10_000],
    ["5m", 300_000],
    ["250ms", 250],
    ["1.5s", 1500],
    ["24h", 86_400_000],
  ])("reads %s", (text, ms) => expect(parseDurationMs(text)).toBe(ms));
  test.each(["0s", "-1s", "1e99s", "5 minutes", "10", "", "25h", "s", "0.1ms"])("refuses %j", (text) => {
    expect(parseDurationMs(text)).toMatch(/must be a duration/);
  });
});

describe("parseCpuMs", () => {
  test.each([
    ["1s", 1000],
    ["1500ms", 1500],
  ])("reads %s", (text, ms) => expect(parseCpuMs(text)).toBe(ms));
  test.each(["1ms", "999ms", "0s", "10"])("refuses %j, for the kernel counts whole seconds", (text) => {
    expect(parseCpuMs(text)).toMatch(/must be a duration from 1s to 24h such as 10s or 5m$/);
  });
});

describe("parseSizeBytes", () => {
  test.each([
    ["512M", 512 * MIB],
    ["2G", 2048 * MIB],
    ["128MiB", 128 * MIB],
    ["1.5K", 1536],
  ])("reads %s", (text, bytes) => expect(parseSizeBytes(text)).toBe(bytes));
  test.each(["0M", "-1M", "1e99G", "512", "5 MB", "2T", ""])("refuses %j", (text) => {
    expect(parseSizeBytes(text)).toMatch(/must be a size/);
  });
  test("refuses less than the least", () => {
    expect(parseSizeBytes("64M", 128 * MIB)).toMatch(/a size from 128M/);
  });
});

describe("parseCount", () => {
  test.each([
    ["1", 1],
    ["1000", 1000],
  ])("reads %s", (text, count) => expect(parseCount(text)).toBe(count));
  test.each(["0", "-1", "1e99", "1.5", "NaN", "", "9999999999999", "5 records"])("refuses %j", (text) => {
    expect(parseCount(text)).toBe(
      `is ${JSON.stringify(text)}, and must be a whole number from 1 to 1000000000000 such as 1000`,
    );
  });
});

test("parseLineBytes takes no line that is too long for one string", () => {
  expect([parseLineBytes("1K"), parseLineBytes("500M")]).toEqual([1024, 500 * MIB]);
  expect(parseLineBytes("501M")).toBe('is "501M", and must be a size from 1K to 500M such as 256M');
});

describe("keptLimits", () => {
  test.each([
    [1024, 256],
    [4096, 1024],
    [64 * 1024, 2048],
    [100, 128],
  ])("of a machine with %i MiB have %i MiB of memory, and no wall or output limit", (machine, memory) => {
    const { memoryBytes, wallMs, outputBytes } = keptLimits(machine * MIB);
    expect([memoryBytes / MIB, wallMs, outputBytes]).toEqual([memory, null, null]);
  });
});

test("cpuMsFor gives a minute and a second per 10 MB, and no limit on a pipe", () => {
  expect([cpuMsFor(0), cpuMsFor(100_000_000), cpuMsFor(null)]).toEqual([60_000, 70_000, null]);
});

test("formatMs and formatBytes are short", () => {
  expect([formatMs(12), formatMs(1500), formatMs(60_000), formatMs(600_000)]).toEqual([
    "12 ms",
    "1.5 s",
    "60 s",
    "10 m",
  ]);
  expect([formatBytes(300), formatBytes(512 * MIB), formatBytes(1.5 * 1024 * MIB)]).toEqual([
    "300 bytes",
    "512M",
    "1.5G",
  ]);
});
