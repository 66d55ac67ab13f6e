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
  return gather("sortBy", items).sort((a, b) => {
    for (const order of orders) {
      const sign = order(a, b);
      if (sign !== 0) return sign;
    }
    return 0;
  });
}

function orderOf<T>(key: By<T> | Descending<T>): (a: T, b: T) => number {
  const isDown = typeof key === "object";
  const read = reader(isDown ? key.descending : key);
  return (a, b) => {
    const [x, y] = [read(a), read(b)];
    if (isMissing(x) || isMissing(y)) return Number(isMissing(x)) - Number(isMissing(y));
    return isDown ? compare(y, x) : compare(x, y);
  };
}

function gather<T>(helper: string, items: Iterable<T>): T[] {
  const scale = createScale(helper);
  const all: T[] = [];
  for (const item of items) {
    scale.add(item);
    all.push(item);
  }
  return all;
}
