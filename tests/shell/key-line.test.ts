import { expect, test } from "vitest";
import { APPROVAL_KEYS } from "../../src/shell/approval/keys.ts";
import { keyLine } from "../../src/shell/key-line.ts";
import { plain } from "../../src/shell/line.ts";

/** Six keys, whatever others there are. */
const KEYS = APPROVAL_KEYS.filter(({ names }) => "ysnerd".includes(names[0]!));

test.each([
  [80, false, "y run · s save and run · n no · e edit · r revise · d diff · ↑↓ move · / find"],
  [60, false, "y run · s save and run · n no · e edit · r revise · d diff"],
  [50, false, "y run · s save · n no · e edit · r revise · d diff"],
  [40, false, "y run · s save · n no · e edit · r/d"],
  [24, false, "y run · s save · n/e/r/d"],
  [12, false, "y/s/n/e/r/d?"],
  [90, true, " press y run · s save and run · n no · e edit · r revise · d diff · ↑↓ move · / find "],
  [30, true, " press y run · s/n/e/r/d "],
  [20, true, " press y/s/n/e/r/d? "],
  [4, false, "y/s…"],
])("keyLine: %i columns, standing out: %s", (columns, standOut, expected) => {
  expect(plain(keyLine(KEYS, { columns, standOut, more: "↑↓ move · / find" }))).toBe(expected);
});
