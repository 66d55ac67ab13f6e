import { type By, keyReader } from "./by.ts";
import { createScale } from "./scale.ts";

type Kind = "inner" | "left" | "full" | "without";

/**
 * Pairs of items with the same key: `[left, right]`, in the order of `left`. The right side is held in memory, so it
 * should be the smaller; the left one streams. O(n + m). Keys that are null, undefined or "" match nothing.
 */
export function* join<L, R>(
  left: Iterable<L>,
  right: Iterable<R>,
  by: By<L> | readonly [By<L>, By<R>],
  kind: Kind = "inner",
): Generator<readonly [L | undefined, R | undefined], undefined> {
  const [ofLeft, ofRight] = Array.isArray(by)
    ? (by as [By<L>, By<R>])
    : [by as By<L>, by as unknown as By<R>];
  const keyOf = keyReader("join", ofLeft);
  const { held, matched } = hold(right, keyReader("join", ofRight));
  for (const item of left) {
    const key = keyOf(item);
    const found = isEmpty(key) ? undefined : held.get(key);
    if (found && kind !== "without") for (const other of found) yield [item, other];
    else if (!found && kind !== "inner") yield [item, undefined];
    if (found && kind === "full") matched.add(key);
  }
  if (kind !== "full") return;
  for (const [key, items] of held) if (!matched.has(key)) for (const item of items) yield [undefined, item];
}

function hold<R>(items: Iterable<R>, keyOf: (item: R) => unknown) {
  const held = new Map<unknown, R[]>();
  const scale = createScale("join");
  for (const item of items) {
    scale.add(item);
    // One that matches nothing has a key of its own.
    const found = keyOf(item);
    const key = isEmpty(found) ? item : found;
    const group = held.get(key);
    if (group) group.push(item);
    else held.set(key, [item]);
  }
  return { held, matched: new Set<unknown>() };
}

function isEmpty(key: unknown): boolean {
  return key === null || key === undefined || key === "";
}
