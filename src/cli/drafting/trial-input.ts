import { markedEncoding } from "../../formats/transcode.ts";
import type { Encoding, FormatName } from "../../terms/format.ts";
import type { SeenInput } from "../input/look-at-inputs.ts";

/** Bytes that code can be tried on, or why there are none. */
export type TrialInput =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "unfit"; readonly why: string };

/**
 * The whole records at the beginning of an input: what was read of it, without the last one, which may be cut off. A
 * document, of which the beginning says nothing, has to be there to its end.
 */
export function trialInput({ name, head, format }: SeenInput, encoding?: Encoding): TrialInput {
  const { bytes, complete } = head;
  if (complete) return { kind: "bytes", bytes };
  const only = `only the beginning of ${name} was read`;
  if (DOCUMENTS.has(format)) return { kind: "unfit", why: `${only}, and it is one ${format} document` };
  if (isWide(bytes, encoding)) return { kind: "unfit", why: `${only}, and it is UTF-16` };
  const end = format === "csv" ? lastRowEnd(bytes) : bytes.lastIndexOf(LINE_FEED) + 1;
  if (end === 0) return { kind: "unfit", why: `${only}, which is no whole record` };
  return { kind: "bytes", bytes: bytes.subarray(0, end) };
}

const DOCUMENTS = new Set<FormatName>(["json", "yaml", "toml"]);
const LINE_FEED = 10;
const QUOTE = 34;

/** A line feed within quotes ends no row (RFC 4180); a doubled quote leaves and enters at once. */
function lastRowEnd(bytes: Uint8Array): number {
  let end = 0;
  let isQuoted = false;
  for (const [at, byte] of bytes.entries()) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) end = at + 1;
  }
  return end;
}

function isWide(bytes: Uint8Array, encoding: Encoding | undefined): boolean {
  return markedEncoding(bytes) !== null || encoding === "utf-16le" || encoding === "utf-16be";
}
