import { expect, test } from "vitest";
import { transcode } from "../../src/formats/transcode.ts";
import { chunked } from "./sources.ts";

const TEXT = "né😀\n".repeat(3);
const le = (text: string) => Buffer.from(text, "utf16le");
const be = (text: string) => le(text).swap16();
const mark = "\uFEFF";

function textOf(bytes: Uint8Array, size: number, how: Omit<Parameters<typeof transcode>[1], "input">) {
  const source = transcode(chunked(bytes, size), { input: "in", ...how });
  const parts: Buffer[] = [];
  const into = Buffer.alloc(100);
  for (let n = source.read(into); n > 0; n = source.read(into)) parts.push(Buffer.from(into.subarray(0, n)));
  return Buffer.concat(parts).toString();
}

test.each([
  ["UTF-8", Buffer.from(TEXT), {}, TEXT],
  ["UTF-16LE by its mark", le(mark + TEXT), {}, TEXT],
  ["UTF-16BE by its mark", be(mark + TEXT), {}, TEXT],
  ["UTF-16LE as said", le(TEXT), { encoding: "utf-16le" }, TEXT],
  ["UTF-16BE as said", be(TEXT), { encoding: "utf-16be" }, TEXT],
  ["latin1 as said", Buffer.from("n\xe9\n", "latin1"), { encoding: "latin1" }, "né\n"],
  ["an empty input", Buffer.alloc(0), { encoding: "utf-16le" }, ""],
  ["bytes that are replaced", Buffer.of(97, 0xff, 98), { invalidBytes: "replace" }, "a\uFFFDb"],
  [
    "half a character at the end, replaced",
    le("ab").subarray(0, 3),
    { encoding: "utf-16le", invalidBytes: "replace" },
    "a\uFFFD",
  ],
] as const)("transcode reads %s", (_, bytes, how, text) => {
  for (const size of [1, 3, 1000]) expect(textOf(bytes, size, how)).toBe(text);
});

test.each([
  ["half a character", le(`${mark}a\nb`).subarray(0, 7)],
  ["half a pair", Buffer.concat([le(`${mark}a\n`), Buffer.of(0x3d, 0xd8, 0x61, 0)])],
])("transcode refuses %s of UTF-16, with line and offset", (_, bytes) => {
  expect(() => textOf(bytes, 1000, {})).toThrow(
    /^in, line [12]: expected utf-16le text, found bytes that are none, at offset \d/,
  );
});
