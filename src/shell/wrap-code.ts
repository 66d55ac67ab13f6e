import { type Line, plain, type Span } from "./line.ts";
import { startThatFits, type WrapOptions } from "./wrap.ts";

/**
 * Break a line of code into rows that fit, behind blanks and brackets rather than inside of words. Every character is
 * shown, blanks too, and the tones of its pieces make no difference to where it is broken.
 */
export function wrapCode(one: Line, options: Pick<WrapOptions, "columns" | "hang">): Line[] {
  const columns = Math.max(1, options.columns);
  const hang = Math.min(options.hang ?? 0, Math.floor(columns / 2));
  const starts = [0, ...breaks(plain(one), columns, hang)];
  const indent: Line = hang > 0 ? [{ text: " ".repeat(hang), tone: null }] : [];
  return starts.map((from, row) => [
    ...(row > 0 ? indent : []),
    ...between(one, from, starts[row + 1] ?? Number.POSITIVE_INFINITY),
  ]);
}

/** Where rows after the first begin. */
function breaks(text: string, columns: number, hang: number): readonly number[] {
  const found: number[] = [];
  let from = 0;
  for (;;) {
    const room = found.length === 0 ? columns : columns - hang;
    // A letter that is wider than all the room there is stands there all the same.
    const fits = Math.max(1, startThatFits(text.slice(from), room).length);
    if (from + fits >= text.length) return found;
    // The gutter before the first row is no place to break at.
    const least = from + Math.max(found.length === 0 ? hang : 0, Math.floor(fits / 3));
    from = lastBreak(text, least, from + fits);
    found.push(from);
  }
}

function lastBreak(text: string, least: number, most: number): number {
  if (/\s/.test(text[most] ?? "")) return most;
  for (let at = most; at > least; at--) if (/[\s,;(){}[\]]/.test(text[at - 1]!)) return at;
  return most;
}

function between(one: Line, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { text, tone } of one) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part !== "") spans.push({ text: part, tone });
    at += text.length;
  }
  return spans;
}
