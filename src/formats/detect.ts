import type { Detected, FormatName } from "../terms/format.ts";
import { foreignData } from "./foreign-data.ts";
import type { Head } from "./format.ts";
import { FORMAT_LIST } from "./format-list.ts";
import { type Hints, hintedFormat } from "./hinted-format.ts";
import { nearlyTable } from "./nearly-table.ts";
import { titledTable } from "./titled-table.ts";
import { unfinishedBytes } from "./utf8.ts";

/** As much of an input as detection looks at. */
export const HEAD_BYTES = 64 * 1024;

/**
 * Decide the format of an input from its first bytes, and where they say little, from what else is known of it.
 * Deterministic, never throws.
 * @param complete whether `head` is the whole input
 */
export function detectFormat(head: Uint8Array, complete: boolean, hints: Hints = {}): Detected {
  const looked = head.subarray(0, HEAD_BYTES);
  const seen = headOf(looked, complete && looked.length === head.length, hints.header ?? true);
  const recognised = recogniseFormat(seen);
  const hinted = SAYS_LITTLE.has(recognised.format) ? hintedFormat(seen, hints) : null;
  const detected = hinted ?? recognised;
  const doubt = doubtOf(detected, { isHinted: hinted !== null, seen });
  if (doubt !== null) return { ...detected, doubt };
  const foreign = detected.format === "lines" ? foreignData(looked, hints.name ?? "") : null;
  return foreign === null ? detected : { ...detected, why: `it is ${foreign}` };
}

function doubtOf(
  { format }: Detected,
  { isHinted, seen }: { readonly isHinted: boolean; readonly seen: Head },
): string | null {
  if (format === "lines") return nearlyTable(seen) ?? titledTable(seen);
  return isHinted && (format === "csv" || format === "tsv") ? titledTable(seen) : null;
}

/** What a table or a document may look like by chance. */
const SAYS_LITTLE: ReadonlySet<FormatName> = new Set(["lines", "columns"]);

function recogniseFormat(seen: Head): Detected {
  for (const { name, signs, recognise } of FORMAT_LIST) {
    const why = signs.test(seen.text) ? recognise(seen) : null;
    if (why !== null) return { format: name, why };
  }
  return { format: "lines", why: "nothing more regular was recognised" };
}

/**
 * Whether more of the input could change what {@link detectFormat} says about its first bytes. A live
 * stream may take long to send the next line, so detection stops waiting as soon as it can.
 */
export function isHeadEnough(head: Uint8Array): boolean {
  if (head.length >= HEAD_BYTES) return true;
  const last = head.lastIndexOf(10);
  if (last === -1) return false;
  const whole = head.subarray(0, last + 1);
  const { format } = detectFormat(whole, false);
  return LINE_FORMATS.has(format) || headOf(whole, false, true).lines.length > LINES_ENOUGH;
}

const LINES_ENOUGH = 4;
/** One line says enough of these. */
const LINE_FORMATS: ReadonlySet<FormatName> = new Set(["ndjson", "combined", "syslog", "logfmt"]);

function headOf(bytes: Uint8Array, complete: boolean, header: boolean): Head {
  const kept = complete ? bytes : bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
  const text = new TextDecoder().decode(kept);
  const lines = text.split(/\r?\n/);
  const last = lines.pop()!;
  return { text, lines: complete && last !== "" ? [...lines, last] : lines, complete, header };
}
