import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../../src/cli/faces/progress.ts";

const TALLY = { recordsIn: 5, bytesIn: 50, recordsOut: 0, bytesOut: 0 };

let written: string[] = [];
beforeEach(() => {
  written = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(columns = 80) {
  return createProgress({
    ...{ bytes: 100, columns: () => columns, nowMs: () => Date.now() },
    write: (text) => written.push(text),
  });
}

test("what takes less than a second leaves no trace", () => {
  const progress = open();
  progress.told(TALLY);
  vi.advanceTimersByTime(900);
  progress.end();
  expect(written).toEqual([]);
});

test("after a second it is one line that is gone at the end", () => {
  const progress = open();
  progress.told(TALLY);
  vi.advanceTimersByTime(1000);
  expect(written).toEqual(["\r50 bytes of 100 bytes (50%), 5 records, 1 s left\x1b[K"]);
  progress.end();
  expect(written.at(-1)).toBe("\r\x1b[K");
  vi.advanceTimersByTime(5000);
  expect(written).toHaveLength(2);
});

test("nothing is drawn before there is a count", () => {
  open();
  vi.advanceTimersByTime(5000);
  expect(written).toEqual([]);
});

test("it makes room for what else is written, and waits for the end of its line", () => {
  const progress = open();
  progress.told(TALLY);
  vi.advanceTimersByTime(1000);
  progress.wrote("a row");
  expect(written.at(-1)).toBe("\r\x1b[K");
  const { length } = written;
  vi.advanceTimersByTime(1000);
  expect(written).toHaveLength(length);
  progress.wrote(" and its end\n");
  vi.advanceTimersByTime(250);
  expect(written.at(-1)).toContain("50 bytes of 100 bytes");
});

test("it is never as wide as the terminal", () => {
  const progress = open(20);
  progress.told(TALLY);
  vi.advanceTimersByTime(1000);
  expect(written).toEqual(["\r50 bytes of 100 byt\x1b[K"]);
});
