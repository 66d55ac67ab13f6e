import { expect, test } from "vitest";
import { APPROVAL_KEYS } from "../../src/shell/approval/keys.ts";
import { keyLine } from "../../src/shell/key-line.ts";
import { plain } from "../../src/shell/line.ts";

test.each([
  [80, false, "y run · s save and run · n no · ↑ ↓ scroll"],
  [35, false, "y run · s save and run · n no"],
  [24, false, "y run · s save · n no"],
  [10, false, "y/s/n?"],
  [80, true, " press y run · s save and run · n no · ↑ ↓ scroll "],
  [30, true, " press y run · s save · n no "],
  [10, true, " y/s/n? "],
  [4, false, "y/s…"],
])("keyLine: %i columns, standing out: %s", (columns, standOut, expected) => {
  expect(plain(keyLine(APPROVAL_KEYS, { columns, standOut, more: "↑ ↓ scroll" }))).toBe(expected);
});
