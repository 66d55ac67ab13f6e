import type { Line } from "./line.ts";

/** The size of the terminal in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * What the live area shows: rows that each fit the width. A cursor is a cell in reverse: with the terminal's
 * own one shown, Ink erases from the top of the screen down, which tmux answers by keeping a copy.
 */
export interface Frame {
  readonly rows: readonly Line[];
}

/** Rows a frame may have: one less than the screen, for Ink clears the whole screen under a taller one. */
export function rowsMost(size: Size): number {
  return Math.max(1, size.rows - 1);
}
