import { cells, type Line, line, span } from "./line.ts";
import { cut } from "./wrap.ts";

/** Where a viewport may be moved to. */
export type Scroll = "up" | "down" | "page-up" | "page-down" | "top" | "bottom";

/** How many rows there are and how many of them are shown at once. */
export interface Extent {
  readonly shown: number;
  readonly total: number;
}

/** The first row shown after a move. Never past the last page. */
export function scroll(top: number, to: Scroll, { shown, total }: Extent): number {
  const last = Math.max(0, total - shown);
  const page = Math.max(1, shown - 1);
  const wanted = {
    up: top - 1,
    down: top + 1,
    "page-up": top - page,
    "page-down": top + page,
    top: 0,
    bottom: last,
  }[to];
  return Math.min(last, Math.max(0, wanted));
}

/** What of the rows is shown, and what is not: null where all of it is. */
export function scrollStatus(top: number, extent: Extent, columns: number): Line | null {
  const { shown, total } = extent;
  if (total <= shown) return null;
  const below = total - top - shown;
  const hidden = [top > 0 ? `${top} more above` : "", below > 0 ? `${below} more below` : ""];
  const wordings = [
    `── rows ${top + 1}-${top + shown} of ${total}: ${hidden.filter(Boolean).join(", ")} ──`,
    `── ↑ ${top} ↓ ${below} of ${total} ──`,
  ];
  const fitting = wordings.find((wording) => cells(wording) <= columns) ?? `↑${top} ↓${below}`;
  return cut(line(span(fitting, "dim")), columns);
}
