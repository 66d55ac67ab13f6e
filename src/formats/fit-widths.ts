/**
 * Make columns of text fit a room: the widest are cut to one width and the narrow ones keep theirs. What has
 * to stay whole does, so that the sum may be more than the room; no text gets less than `least`.
 */
export function fitWidths(
  wanted: readonly { readonly width: number; readonly whole: boolean }[],
  { room, least }: { readonly room: number; readonly least: number },
): number[] {
  const texts = wanted.filter(({ whole }) => !whole).map(({ width }) => width);
  const taken = wanted.reduce((sum, { width, whole }) => sum + (whole ? width : 0), 0);
  const most = widthMost(texts, { room: room - taken, least });
  return wanted.map(({ width, whole }) => (whole ? width : Math.min(width, most)));
}

function widthMost(
  widths: readonly number[],
  { room, least }: { readonly room: number; readonly least: number },
): number {
  let left = room;
  const sorted = widths.toSorted((a, b) => a - b);
  for (const [i, width] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (width > share) return Math.max(share, least);
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}
