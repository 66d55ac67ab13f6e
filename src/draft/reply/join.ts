import { borders } from "../borders.ts";

/** A shorter piece in common may be chance. */
const OVERLAP_CHARS_LEAST = 8;
const OVERLAP_CHARS_MOST = 4096;
/** Alike at the start, so far or to the end of what there is: it began anew. */
const ANEW_CHARS = { least: 4, most: 40 };
/** A fence that names a language, at once or behind a line or two of words: the code's own fence closes, and names none. */
const OPENS_AGAIN = /^(?:[^\n`]*\n){0,3}?[ \t]*(?:`{3,}|~{3,})(?:ts|typescript|js|javascript|tsx)[ \t]*\n/i;
/** One that names none opens where another one closes it. */
const OPENS_PLAIN = /^\s*(?:`{3,}|~{3,})[ \t]*\n(?=[\s\S]*(?:```|~~~))/;

/**
 * A reply that was cut off and what came when the model was asked for the rest: what stands in both is taken once, a
 * fence that opens again is left out, and a model that began anew is taken at its second word. In linear time.
 */
export function joinReply(begun: string, more: string): string {
  if (hasBegunAnew(begun, more)) return more;
  const rest = isInFence(begun) ? more.replace(OPENS_AGAIN, "").replace(OPENS_PLAIN, "") : more;
  if (hasBegunAnew(codeIn(begun), rest))
    return begun.slice(0, begun.length - codeIn(begun).length) + rest.trimStart();
  return begun + rest.slice(overlap(begun, rest));
}

function hasBegunAnew(begun: string, more: string): boolean {
  const start = begun.trimStart().slice(0, ANEW_CHARS.most);
  return start.length >= ANEW_CHARS.least && more.trimStart().startsWith(start);
}

function isInFence(text: string): boolean {
  return (text.match(/^[ \t]*(?:`{3,}|~{3,})/gm)?.length ?? 0) % 2 === 1;
}

/** What stands behind the last fence. */
function codeIn(text: string): string {
  const fences = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,}).*\n/gm)];
  const last = fences.at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

/** How long the longest end of one text is that the other begins with. */
function overlap(one: string, other: string): number {
  const head = other.slice(0, OVERLAP_CHARS_MOST);
  const tail = head === "" ? "" : one.slice(-head.length);
  const border = borders(head);
  let length = 0;
  for (const char of tail.split("")) {
    while (length > 0 && (length === head.length || head[length] !== char)) length = border[length - 1]!;
    if (head[length] === char) length++;
  }
  return length >= OVERLAP_CHARS_LEAST ? length : 0;
}
