import { num } from "./field.ts";

/** Quantiles of numbers as they come. */
export interface Quantiles {
  add(value: unknown): Quantiles;
  readonly count: number;
  /** The value below or at which a share `q` (0 to 1) of all lies: NaN of nothing. */
  at(q: number): number;
}

const EXACT_MOST = 1000;
/** Values nearer to zero count as zero. */
const TINY = 1e-300;

/**
 * Exact up to 1,000 values; of more, each answer is within `error` (0.01: 1 %) of the true value, relative to it, for any
 * count and distribution. Memory for about ln(greatest / least) / (2 error) numbers. The buckets are those of DDSketch
 * (Masson, Rim, Lee 2019), without its collapsing.
 */
export function quantiles(
  values: Iterable<unknown> = [],
  { error = 0.01 }: { error?: number } = {},
): Quantiles {
  if (!(error > 0 && error < 1))
    throw new RangeError(`quantiles: error is ${error}, and must be between 0 and 1`);
  const sketch = createSketch(error);
  let exact: number[] | null = [];
  let count = 0;
  const all: Quantiles = {
    add(value) {
      const x = num(value);
      count++;
      if (exact === null) sketch.add(x);
      else if (exact.push(x) > EXACT_MOST) {
        for (const one of exact) sketch.add(one);
        exact = null;
      }
      return all;
    },
    get count() {
      return count;
    },
    at(q) {
      if (!(q >= 0 && q <= 1)) throw new RangeError(`quantiles: q is ${q}, and must be from 0 to 1`);
      // The nearest rank, counted from 0.
      const rank = Math.max(0, Math.ceil(q * count) - 1);
      return exact === null ? sketch.at(rank) : (exact.sort((a, b) => a - b)[rank] ?? Number.NaN);
    },
  };
  for (const value of values) all.add(value);
  return all;
}

function createSketch(error: number) {
  const growth = (1 + error) / (1 - error);
  const scale = 1 / Math.log(growth);
  const below = new Map<number, number>();
  const above = new Map<number, number>();
  let zeros = 0;
  const middle = (bucket: number) => (2 * growth ** bucket) / (growth + 1);
  return {
    add(x: number): void {
      const size = Math.abs(x);
      if (size < TINY) zeros++;
      else {
        const [side, bucket] = [x < 0 ? below : above, Math.ceil(Math.log(size) * scale)];
        side.set(bucket, (side.get(bucket) ?? 0) + 1);
      }
    },
    at(rank: number): number {
      let left = rank;
      for (const [value, n] of [
        ...sorted(below, -1).map(([bucket, n]) => [-middle(bucket), n] as const),
        [0, zeros] as const,
        ...sorted(above, 1).map(([bucket, n]) => [middle(bucket), n] as const),
      ]) {
        left -= n;
        if (left < 0) return value;
      }
      return Number.NaN;
    },
  };
}

function sorted(buckets: ReadonlyMap<number, number>, sign: 1 | -1): readonly (readonly [number, number])[] {
  return [...buckets].sort(([a], [b]) => sign * (a - b));
}
