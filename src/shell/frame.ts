import type { Line } from "./line.ts";

/** The size of the terminal in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What the live area shows: rows that each fit the width, and where the cursor stands in them, if it shows. */
export interface Frame {
  readonly rows: readonly Line[];
  readonly cursor: { readonly x: number; readonly y: number } | null;
}

/** Rows a frame may have: one less than the screen, for Ink clears the whole screen under a taller one. */
export function rowsMost(size: Size): number {
  return Math.max(1, size.rows - 1);
}
