/**
 * `k` items taken at random, each equally likely, in the order in which they came; the same for the same seed and
 * items. Algorithm R (Waterman): O(n), memory for k items.
 */
export function sample<T>(items: Iterable<T>, k: number, seed = 1): T[] {
  if (!(Number.isInteger(k) && k >= 0)) throw new RangeError(`sample: k is ${k}, and must be 0 or more`);
  const random = seeded(seed);
  const held: { readonly item: T; readonly place: number }[] = [];
  let place = 0;
  for (const item of items) {
    const at = place < k ? place : Math.floor(random() * (place + 1));
    if (at < k) held[at] = { item, place };
    place++;
  }
  return held.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Numbers from 0 up to 1 that look like chance, the same for the same seed: sfc32 of PractRand, 53 bits each. */
export function seeded(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}
