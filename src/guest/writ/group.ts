import { type By, keyReader, reader } from "./by.ts";
import { num } from "./field.ts";

/** All items, by key. Keys in the order in which they first came. O(n), memory for all items. */
export function groupBy<T, K>(items: Iterable<T>, by: By<T, K>): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  const keyOf = keyReader("groupBy", by) as (item: T) => K;
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How many items have each key. O(n), memory for the keys. */
export function countBy<T, K>(items: Iterable<T>, by: By<T, K>): Map<K, number> {
  const counts = new Map<K, number>();
  const keyOf = keyReader("countBy", by) as (item: T) => K;
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The sum of a value over the items of each key. O(n), memory for the keys. */
export function sumBy<T, K>(items: Iterable<T>, by: By<T, K>, value: By<T>): Map<K, number> {
  const sums = new Map<K, number>();
  const keyOf = keyReader("sumBy", by) as (item: T) => K;
  const read = reader(value);
  for (const item of items) {
    const key = keyOf(item);
    sums.set(key, (sums.get(key) ?? 0) + num(read(item)));
  }
  return sums;
}
