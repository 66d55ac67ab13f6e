import type { ByteSource } from "../terms/format.ts";
import { formatBytes } from "../terms/limit.ts";
import { foreignData } from "./foreign-data.ts";
import { MalformedInput } from "./malformed-input.ts";
import { invalidUtf8At, unfinishedBytes } from "./utf8.ts";

/** The longest line that is read where nothing else is said. */
export const LINE_BYTES_MOST = 64 * 1024 * 1024;
const READ_BYTES = 256 * 1024;
const LINE_FEED = 10;

// V8 makes a slice of a string keep the whole string alive. Small units bound what one kept value pins.
const UNIT_BYTES = 8 * 1024;

/** Decoded text in pieces, in order; null at the end. */
export interface TextBlocks {
  next(): string | null;
}

export interface TextBlocksOptions {
  readonly source: ByteSource;
  readonly input: string;
  /** `line`: pieces end with a newline, but the last. `character`: pieces end anywhere between characters. */
  readonly cut: "line" | "character";
  /** How many lines the caller has taken from the pieces so far. Asked only to name a place. */
  readonly linesBefore: () => number;
  /** With `cut: "line"`: the longest line, its terminator not counted. */
  readonly lineBytesMost?: number | undefined;
}

/**
 * Read UTF-8 text in constant memory. A byte order mark is skipped.
 * @throws {MalformedInput} bytes that are not UTF-8, UTF-16, archives and the like, a line over the longest
 */
export function openTextBlocks(options: TextBlocksOptions): TextBlocks {
  const { source, input, cut, linesBefore, lineBytesMost = LINE_BYTES_MOST } = options;
  // So that a line over the longest is always a unit of its own.
  const unitBytes = Math.min(UNIT_BYTES, lineBytesMost + 1);
  let buffer = new Uint8Array(READ_BYTES);
  let offset = 0;
  let start = 0;
  let ready = 0;
  let fill = 0;
  let begun = false;
  let ended = false;

  return {
    next() {
      if (start === ready && !load()) return null;
      const end = unitEnd(buffer, start, ready, { cut, unitBytes });
      const bytes = buffer.subarray(start, end);
      if (cut === "line" && end - start > lineBytesMost) refuseLong(bytes);
      const text = decode(bytes);
      if (text.includes("\uFFFD")) refuseInvalid(bytes);
      start = end;
      return text;
    },
  };

  function load(): boolean {
    buffer.copyWithin(0, ready, fill);
    fill -= ready;
    offset += ready;
    start = ready = 0;
    while (ready === 0 && !ended) {
      if (fill === buffer.length) grow();
      const count = source.read(buffer.subarray(fill));
      fill += count;
      ended = count === 0;
      ready = ended ? fill : readyEnd(buffer, fill - count, fill, cut);
    }
    if (!begun) skipMark();
    return start < ready;
  }

  function grow(): void {
    if (fill > lineBytesMost) throw longLine(input, linesBefore() + 1, lineBytesMost);
    const larger = new Uint8Array(Math.min(buffer.length * 2, lineBytesMost + 1));
    larger.set(buffer);
    buffer = larger;
  }

  function refuseLong(unit: Uint8Array): void {
    const feed = unit.indexOf(LINE_FEED);
    if ((feed === -1 ? unit.length : feed) > lineBytesMost)
      throw longLine(input, linesBefore() + 1, lineBytesMost);
  }

  function skipMark(): void {
    begun = true;
    const [a, b, c] = buffer;
    if (fill >= 2 && ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))) {
      const found = `UTF-16 (leave out --encoding utf-8)`;
      throw new MalformedInput({ input, line: 1, expected: "UTF-8 text", found });
    }
    const found = foreignData(buffer.subarray(0, fill), input);
    if (found !== null) throw new MalformedInput({ input, line: 1, expected: "UTF-8 text", found });
    if (fill >= 3 && a === 0xef && b === 0xbb && c === 0xbf) start = 3;
  }

  function refuseInvalid(bytes: Uint8Array): void {
    const at = invalidUtf8At(bytes);
    if (at === -1) return;
    const before = bytes.subarray(0, at);
    const byte = `0x${bytes[at]!.toString(16).toUpperCase().padStart(2, "0")}`;
    throw new MalformedInput({
      input,
      line: linesBefore() + count(before, LINE_FEED) + 1,
      expected: "UTF-8 text",
      found: `the byte ${byte} at offset ${offset + start + at} (another encoding? --encoding latin1; to read on: --invalid-bytes replace)`,
    });
  }
}

/** A line over the longest, said where the readers are given one. */
function longLine(input: string, line: number, lineBytesMost: number): MalformedInput {
  const expected = `a line of at most ${formatBytes(lineBytesMost)}`;
  const found = `a longer one (read it with --max-line ${formatBytes(lineBytesMost * 2)})`;
  return new MalformedInput({ input, line, expected, found });
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const decode = TextDecoder.prototype.decode.bind(decoder);

/** End of the bytes that can be decoded now, looking only at what came since `from`; 0 where there is none. */
function readyEnd(buffer: Uint8Array, from: number, fill: number, cut: "line" | "character"): number {
  if (cut === "character") return fill - unfinishedBytes(buffer.subarray(0, fill));
  const last = buffer.subarray(from, fill).lastIndexOf(LINE_FEED);
  return last === -1 ? 0 : from + last + 1;
}

function unitEnd(
  buffer: Uint8Array,
  start: number,
  ready: number,
  { cut, unitBytes }: { readonly cut: "line" | "character"; readonly unitBytes: number },
): number {
  if (ready - start <= unitBytes) return ready;
  const unit = buffer.subarray(start, start + unitBytes);
  if (cut === "character") return start + unitBytes - unfinishedBytes(unit);
  const last = unit.lastIndexOf(LINE_FEED);
  if (last !== -1) return start + last + 1;
  const next = buffer.subarray(start + unitBytes, ready).indexOf(LINE_FEED);
  return next === -1 ? ready : start + unitBytes + next + 1;
}

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (const byte of bytes) if (byte === wanted) found++;
  return found;
}
