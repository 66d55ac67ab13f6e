import fc from "fast-check";
import { expect, test } from "vitest";
import { invalidUtf8At, unfinishedBytes } from "../../src/formats/utf8.ts";

test("invalidUtf8At agrees with the platform's strict decoder", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.array(fc.constantFrom(0x61, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf), {
      maxLength: 6,
    }),
  );
  fc.assert(
    fc.property(bytes, (list) => {
      const data = Uint8Array.from(list);
      let valid = true;
      try {
        strict.decode(data);
      } catch {
        valid = false;
      }
      expect(invalidUtf8At(data) === -1).toBe(valid);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["a", 0],
  ["aé", 0],
  ["a€", 0],
  ["😀", 0],
])("unfinishedBytes finds nothing missing after %j, and what is missing when it is cut", (text, whole) => {
  const bytes = new TextEncoder().encode(text);
  expect(unfinishedBytes(bytes)).toBe(whole);
  const last = new TextEncoder().encode([...text].at(-1)).length;
  for (let cut = 1; cut < last; cut++) {
    expect(unfinishedBytes(bytes.subarray(0, bytes.length - cut))).toBe(last - cut);
  }
});
