import { borders } from "./borders.ts";

/** The end of a reply that is looked at, and how often a piece must stand in it to be a loop. */
const TAIL_CHARS = 4096;
const TIMES_LEAST = 4;

/**
 * Whether a reply has come to repeat one piece without end: its last 4,096 characters are the same piece at
 * least four times over. In linear time. A loop that counts is not seen; the bound on a reply's length ends it.
 */
export function isLoop(text: string): boolean {
  if (text.length < TAIL_CHARS) return false;
  const tail = text.slice(-TAIL_CHARS);
  return shortestPeriod(tail) <= TAIL_CHARS / TIMES_LEAST;
}

function shortestPeriod(text: string): number {
  return text.length - borders(text).at(-1)!;
}
