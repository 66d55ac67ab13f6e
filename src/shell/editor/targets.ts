import { graphemeAfter, graphemeBefore } from "../graphemes.ts";
import type { EditedText } from "./edited-text.ts";
import { PASTE_UNIT } from "./pastes.ts";

/** Where a key moves the cursor to, or erases to. */
export type Target =
  | "left"
  | "right"
  | "word-left"
  | "word-right"
  | "blank-left"
  | "line-start"
  | "line-end"
  | "text-start"
  | "text-end";

/** The offset of each target, seen from the cursor. It may be inside a grapheme where words end in one. */
export const TARGETS: Readonly<Record<Target, (now: EditedText) => number>> = {
  left: ({ text, cursor }) => graphemeBefore(text, cursor),
  right: ({ text, cursor }) => graphemeAfter(text, cursor),
  "word-left": ({ text, cursor }) => startOfLast(text.slice(0, cursor), WORD),
  "word-right": ({ text, cursor }) => endOfNext(text, cursor, WORD),
  "blank-left": ({ text, cursor }) => startOfLast(text.slice(0, cursor), NOT_BLANK),
  "line-start": ({ text, cursor }) => text.slice(0, cursor).lastIndexOf("\n") + 1,
  "line-end": ({ text, cursor }) => endOfLine(text, cursor),
  "text-start": () => 0,
  "text-end": ({ text }) => text.length,
};

/** A pasted text is a word of its own. */
const WORD = new RegExp(`${PASTE_UNIT.source}|[\\p{L}\\p{N}\\p{M}_]+`, "gu");
const NOT_BLANK = /\S+/gu;

function startOfLast(text: string, wanted: RegExp): number {
  let start = 0;
  for (const { index } of text.matchAll(wanted)) start = index;
  return start;
}

function endOfNext(text: string, from: number, wanted: RegExp): number {
  for (const found of text.slice(from).matchAll(wanted)) return from + found.index + found[0].length;
  return text.length;
}

/** The offset of the end of the line that an offset is in. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
