import type { ByteSource, Encoding, InvalidBytes } from "../terms/format.ts";
import { MalformedInput } from "./malformed-input.ts";

const READ_BYTES = 64 * 1024;
const LINE_FEED = 10;

export interface Transcoding {
  readonly input: string;
  readonly encoding?: Encoding | undefined;
  readonly invalidBytes?: InvalidBytes | undefined;
}

/**
 * The same text as UTF-8. UTF-16 is known by its byte order mark; any other encoding has to be said, and UTF-8
 * passes as it is. `latin1` is read as the web reads it, which is windows-1252 (WHATWG Encoding, section 4.2).
 * @throws {MalformedInput} bytes that are none of the encoding, unless they are to be replaced by U+FFFD
 */
export function transcode(source: ByteSource, { input, encoding, invalidBytes }: Transcoding): ByteSource {
  let from: ByteSource | null = null;
  return {
    read(into) {
      if (from) return from.read(into);
      let count = source.read(into);
      if (count === 1) count += source.read(into.subarray(1));
      const label = encoding ?? markedEncoding(into.subarray(0, count)) ?? "utf-8";
      const isFatal = invalidBytes !== "replace";
      from = source;
      if (label === "utf-8" && isFatal) return count;
      from = decoded(prefixed(into.slice(0, count), source), { input, label, isFatal });
      return from.read(into);
    },
  };
}

/** The encoding that a byte order mark names; null where there is none, or that of UTF-8. */
export function markedEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decoded(
  source: ByteSource,
  { input, label, isFatal }: { readonly input: string; readonly label: string; readonly isFatal: boolean },
): ByteSource {
  const decoder = new Decoder(label, { fatal: isFatal });
  const raw = new Uint8Array(READ_BYTES);
  let ready: Uint8Array = new Uint8Array(0);
  let lines = 0;
  let offset = 0;
  let ended = false;
  const text = (count: number) => {
    try {
      return decode.call(decoder, raw.subarray(0, count), { stream: count > 0 });
    } catch {
      const found = `bytes that are none, at offset ${offset} or after (read on with --invalid-bytes replace)`;
      throw new MalformedInput({ input, line: lines + 1, expected: `${label} text`, found });
    }
  };
  return {
    read(into) {
      while (ready.length === 0 && !ended) {
        const count = source.read(raw);
        ended = count === 0;
        ready = encode(text(count));
        for (const byte of ready) if (byte === LINE_FEED) lines++;
        offset += count;
      }
      const part = ready.subarray(0, into.length);
      into.set(part);
      ready = ready.subarray(part.length);
      return part.length;
    },
  };
}

/** A source with bytes in front that were read from it. */
export function prefixed(head: Uint8Array, rest: ByteSource): ByteSource {
  let left = head;
  return {
    read(into) {
      if (left.length === 0) return rest.read(into);
      const part = left.subarray(0, into.length);
      into.set(part);
      left = left.subarray(part.length);
      return part.length;
    },
  };
}

// Kept before a snippet can replace them.
const Decoder = TextDecoder;
const decode = TextDecoder.prototype.decode;
const encode = TextEncoder.prototype.encode.bind(new TextEncoder());
