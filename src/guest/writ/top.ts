import { type By, reader } from "./by.ts";
import { compare, isMissing } from "./compare.ts";

interface Ranked<T> {
  readonly item: T;
  readonly rank: unknown;
  readonly place: number;
}

/**
 * The k items with the greatest (`least`: smallest) value, best first; of equals, those that came first. Items without
 * a value are left out. O(n log k) with a heap of k items.
 */
export function topK<T>(
  items: Iterable<T>,
  k: number,
  by: By<T> = (item) => item,
  order: "greatest" | "least" = "greatest",
): T[] {
  if (!(Number.isInteger(k) && k >= 0)) throw new RangeError(`topK: k is ${k}, and must be 0 or more`);
  const sign = order === "least" ? 1 : -1;
  const before = (a: Ranked<T>, b: Ranked<T>) => sign * compare(a.rank, b.rank) || a.place - b.place;
  const rankOf = reader(by);
  const heap: Ranked<T>[] = [];
  let place = 0;
  for (const item of items) {
    const rank = rankOf(item);
    if (k === 0 || isMissing(rank)) continue;
    const one = { item, rank, place: place++ };
    if (heap.length < k) raise(heap, one, before);
    else if (before(one, heap[0]!) < 0) lower(heap, one, before);
  }
  return heap.sort(before).map(({ item }) => item);
}

type Order<T> = (a: T, b: T) => number;

/** Add to a heap whose first is the last in `before`. */
function raise<T>(heap: T[], one: T, before: Order<T>): void {
  let at = heap.push(one) - 1;
  for (let parent = (at - 1) >> 1; at > 0 && before(heap[parent]!, one) < 0; parent = (at - 1) >> 1) {
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = one;
}

/** Put one in the place of the first. */
function lower<T>(heap: T[], one: T, before: Order<T>): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && before(heap[child]!, heap[child + 1]!) < 0) child++;
    if (before(heap[child]!, one) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = one;
}
