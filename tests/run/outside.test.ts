import { describe, expect, test } from "vitest";
import { outsideLimit, readCallerLimits } from "../../src/run/limits/outside.ts";

const GIB = 1024 ** 3;
const LIMITS = { memoryBytes: GIB };
const NONE = { addressBytes: null, dataBytes: null, stackBytes: null };

describe("outsideLimit", () => {
  test.each([
    ["unlimited", {}, null],
    ["as systems set it", { stackBytes: 8 * 1024 ** 2 }, null],
    ["enough of all", { addressBytes: 41 * GIB, dataBytes: 2 * GIB, stackBytes: 1024 ** 2 }, null],
    ["few addresses", { addressBytes: 41 * GIB - 1 }, /outside of writ: ulimit -v takes 42991616 or more$/],
    ["little data", { dataBytes: GIB }, /ulimit -d takes 1605632 or more$/],
    ["a small stack", { stackBytes: 64 * 1024 }, /ulimit -s takes 1024 or more$/],
  ])("%s", (_, caller, words) => {
    const found = outsideLimit({ ...NONE, ...caller }, LIMITS);
    if (words === null) expect(found).toBeNull();
    else expect(found).toMatch(words);
  });
});

test("the caller's limits are read as the kernel lists them", () => {
  const text = `Limit                     Soft Limit           Hard Limit           Units
Max data size             1024                 2048000              bytes
Max stack size            65536                unlimited            bytes
Max address space         4096000000           4096000000           bytes
`;
  expect(readCallerLimits(text)).toEqual({ addressBytes: 4096000000, dataBytes: 2048000, stackBytes: 65536 });
  expect(readCallerLimits("")).toEqual(NONE);
});
