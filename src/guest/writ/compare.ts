/**
 * The order of sortBy and topK: numbers by value, texts by code units, dates by time, false before true; numbers
 * before texts. Negative where `a` comes first.
 */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  const kindOfA = kindOf(a);
  const kindOfB = kindOf(b);
  if (kindOfA !== kindOfB) return kindOfA - kindOfB;
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
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
