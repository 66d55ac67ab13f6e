import { type By, keyReader } from "./by.ts";

/**
 * The first item of each key, as they come; without `by`, items that are equal are one: records by their JSON. O(n),
 * memory for the keys.
 */
export function* distinct<T>(items: Iterable<T>, by: By<T> = whole): Generator<T, undefined> {
  const seen = new Set<unknown>();
  const keyOf = keyReader("distinct", by);
  for (const item of items) {
    const before = seen.size;
    if (seen.add(keyOf(item)).size > before) yield item;
  }
}

/** A space is in front of no other JSON: a text is never taken for a record. */
function whole(item: unknown): unknown {
  return typeof item === "object" && item !== null ? ` ${JSON.stringify(item)}` : item;
}
