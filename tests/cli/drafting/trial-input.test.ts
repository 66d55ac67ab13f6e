import { expect, test } from "vitest";
import { trialInput } from "../../../src/cli/drafting/trial-input.ts";
import type { FormatName } from "../../../src/terms/format.ts";

const input = (text: string | Uint8Array, format: FormatName, complete = false) =>
  trialInput({ name: "a", head: { bytes: Buffer.from(text), complete }, format });
const text = (tried: ReturnType<typeof trialInput>) =>
  tried.kind === "bytes" ? Buffer.from(tried.bytes).toString() : tried.why;

test.each<[string, FormatName, string]>([
  ["a\nb\nc", "lines", "a\nb\n"],
  ['x,y\n1,"a\nb"\n2,"c\nd', "csv", 'x,y\n1,"a\nb"\n'],
  ['x,y\n1,"say ""hi"""\n2,"c', "csv", 'x,y\n1,"say ""hi"""\n'],
  ['x\ty\n1\t"a\n2\tb', "tsv", 'x\ty\n1\t"a\n'],
])("of %j as %s the whole records are taken", (head, format, whole) => {
  expect(text(input(head, format))).toBe(whole);
});

test("what was read to its end is taken as it is", () => {
  expect(text(input("a\nb", "lines", true))).toBe("a\nb");
  expect(text(input('{"a":', "json", true))).toBe('{"a":');
});

test.each<[string, string | Uint8Array, FormatName, RegExp]>([
  ["the beginning of a document", '{"a":1,\n', "json", /one json document/],
  ["the beginning of one long line", "aaa", "lines", /no whole record/],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0, 10, 0]), "lines", /UTF-16/],
])("%s is nothing to try code on, and it is said why", (_name, head, format, why) => {
  expect(text(input(head, format))).toMatch(why);
});
