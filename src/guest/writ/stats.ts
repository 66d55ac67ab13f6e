import { num } from "./field.ts";

/** Count, sum, mean, variance, least and greatest of numbers as they come. */
export interface Stats {
  add(value: unknown): Stats;
  readonly count: number;
  readonly sum: number;
  /** NaN of nothing, as are the next four. */
  readonly mean: number;
  /** Of the sample: divided by one less than the count. */
  readonly variance: number;
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Running statistics in constant memory. Variance after Welford (1962); the sum is compensated after Neumaier (1974),
 * so that its error does not grow with the count.
 */
export function stats(values: Iterable<unknown> = []): Stats {
  const total = createSum();
  let [count, mean, squares] = [0, 0, 0];
  let [min, max] = [Number.NaN, Number.NaN];
  const all: Stats = {
    add(value) {
      const x = num(value);
      total.add(x);
      count++;
      const off = x - mean;
      mean += off / count;
      squares += off * (x - mean);
      if (!(min <= x)) min = x;
      if (!(max >= x)) max = x;
      return all;
    },
    get count() {
      return count;
    },
    get sum() {
      return total.value();
    },
    get mean() {
      return count === 0 ? Number.NaN : total.value() / count;
    },
    get variance() {
      return count < 2 ? Number.NaN : squares / (count - 1);
    },
    get deviation() {
      return Math.sqrt(all.variance);
    },
    get min() {
      return min;
    },
    get max() {
      return max;
    },
  };
  for (const value of values) all.add(value);
  return all;
}

/** The sum of numbers, 0 of none. */
export function sum(values: Iterable<unknown>): number {
  const total = createSum();
  for (const value of values) total.add(num(value));
  return total.value();
}

function createSum() {
  let [sum, lost] = [0, 0];
  return {
    add(x: number): void {
      const next = sum + x;
      lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
      sum = next;
    },
    // Beyond the range of numbers what was lost is no number.
    value: () => (Number.isFinite(sum) ? sum + lost : sum),
  };
}
