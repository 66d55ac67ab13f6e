/**
 * The order of sortBy and topK: numbers by value, texts by code units, dates by time, false before true; numbers
 * before texts. Negative where `a` comes first.
 */
export function compare(a: unknown, b: unknown): number {
  const [kindOfA, kindOfB] = [kindOf(a), kindOf(b)];
  if (kindOfA !== kindOfB) return kindOfA - kindOfB;
  const [x, y] = [a as number, b as number];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether there is nothing to compare: null, undefined, NaN. Such items come last in either direction. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function kindOf(value: unknown): number {
  if (typeof value === "boolean") return 0;
  if (typeof value === "number" || typeof value === "bigint") return 1;
  return value instanceof Date ? 2 : 3;
}
