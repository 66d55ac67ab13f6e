import type { ByteSource } from "../terms/format.ts";

/** A source that gives the bytes it was made with: the head of an input, or a test's. */
export function memorySource(bytes: Uint8Array): ByteSource {
  let at = 0;
  return {
    read(into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    },
  };
}
