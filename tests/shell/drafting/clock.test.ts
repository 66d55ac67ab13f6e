import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftingClock } from "../../../src/shell/drafting/clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("createDraftingClock tells each second how long it is since the last start, until it is stopped", () => {
  const told: number[] = [];
  const clock = createDraftingClock(Date.now, (elapsedMs) => told.push(elapsedMs));
  clock.start();
  vi.advanceTimersByTime(2500);
  clock.start();
  vi.advanceTimersByTime(1500);
  clock.stop();
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([1000, 2000, 1000]);
});
