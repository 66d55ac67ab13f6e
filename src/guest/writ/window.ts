/** Every run of `size` neighbours, as they come: [1,2], [2,3], … Nothing of fewer items. Memory for `size` items. */
export function* window<T>(items: Iterable<T>, size: number): Generator<T[], undefined> {
  demandSize("window", size);
  let held: T[] = [];
  for (const item of items) {
    held = [...(held.length === size ? held.slice(1) : held), item];
    if (held.length === size) yield held;
  }
}

/** Items in arrays of `size`, the last one with what is left. Memory for `size` items. */
export function* chunk<T>(items: Iterable<T>, size: number): Generator<T[], undefined> {
  demandSize("chunk", size);
  let held: T[] = [];
  for (const item of items) {
    if (held.push(item) < size) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}

function demandSize(helper: string, size: number): void {
  if (Number.isInteger(size) && size > 0) return;
  throw new RangeError(`${helper}: size is ${size}, and must be 1 or more`);
}
