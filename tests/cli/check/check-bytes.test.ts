import { describe, expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { checkBytes } from "../../../src/cli/check/check-bytes.ts";

const judge = async (source: string) => check(source);

const around = (...bytes: number[]) =>
  Buffer.concat([Buffer.from('export default () => "é'), Buffer.from(bytes), Buffer.from('";')]);

describe("checkBytes refuses, at the first of them, bytes that are", () => {
  test.each([
    ["no UTF-8", [0xff]],
    ["a character cut short", [0xe2, 0x82]],
    ["a beginning of U+FFFD", [0xef, 0xbf]],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80]],
  ])("%s", async (_, bytes) => {
    const { verdict } = await checkBytes("a.ts", around(...bytes), judge);
    expect(verdict.accepted).toBe(false);
    expect(verdict.findings).toMatchObject([{ rule: "no-syntax-error", range: { line: 1, column: 23 } }]);
  });
});

test("checkBytes takes U+FFFD itself for a character like others", async () => {
  const { verdict } = await checkBytes("a.ts", around(0xef, 0xbf, 0xbd), judge);
  expect(verdict.accepted).toBe(true);
});
