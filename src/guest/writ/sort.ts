import { type By, reader } from "./by.ts";
import { compare, isMissing } from "./compare.ts";
import { createScale } from "./scale.ts";

/** A key of sortBy that is to count downwards. */
export interface Descending<T> {
  readonly descending: By<T>;
}

export function desc<T>(by: By<T>): Descending<T> {
  return { descending: by };
}

/**
 * Items in the order of one key after the other; of equals, those that came first. Items without a value come last.
 * O(n log n), memory for all items: past the run's share it throws, naming `| sort`.
 */
export function sortBy<T>(items: Iterable<T>, ...keys: readonly (By<T> | Descending<T>)[]): T[] {
  const orders = (keys.length === 0 ? [(item: T) => item] : keys).map(orderOf);
  // Each key is read once, not at every comparison.
  const all = gather("sortBy", items, (item) => ({ item, ranks: orders.map(({ read }) => read(item)) }));
  all.sort((a, b) => {
    for (let i = 0; i < orders.length; i++) {
      const sign = compareRanks(a.ranks[i], b.ranks[i], orders[i]!.sign);
      if (sign !== 0) return sign;
    }
    return 0;
  });
  return all.map(({ item }) => item);
}

function orderOf<T>(key: By<T> | Descending<T>): {
  readonly read: (item: T) => unknown;
  readonly sign: 1 | -1;
} {
  return typeof key === "object"
    ? { read: reader(key.descending), sign: -1 }
    : { read: reader(key), sign: 1 };
}

function compareRanks(a: unknown, b: unknown, sign: 1 | -1): number {
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
  return sign * compare(a, b);
}

function gather<T, U>(helper: string, items: Iterable<T>, map: (item: T) => U): U[] {
  const scale = createScale(helper);
  const all: U[] = [];
  for (const item of items) {
    scale.add(item);
    all.push(map(item));
  }
  return all;
}
