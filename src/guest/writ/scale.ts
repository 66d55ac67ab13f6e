// What an array of everything may take, by an estimate that is the same on every machine and at every run.
const SHARE = 0.75;

let bytesMost = Number.POSITIVE_INFINITY;

/** The run's memory, in bytes; told once, when the helpers are loaded. */
export function setMemory(bytes: number | undefined): void {
  bytesMost = (bytes ?? Number.POSITIVE_INFINITY) * SHARE;
}

/** Adds up what items take. `add` throws {@link RangeError} past the share of the run's memory. */
export function createScale(helper: string) {
  let [bytes, count] = [0, 0];
  return {
    add(item: unknown): void {
      count++;
      bytes += 8 + weigh(item);
      if (bytes <= bytesMost) return;
      const limit = `${Math.round(bytesMost / SHARE / 2 ** 20)} MB`;
      throw new RangeError(
        `${helper}: ${count} items do not fit in memory (limit ${limit}): leave the order to \`| sort\`, keep less of each, or allow more with --memory`,
      );
    },
  };
}

// What V8 takes on 64 bits, rounded up: 16 for the head of a text, 24 for that of an object, 12 for a number on the heap.
function weigh(value: unknown): number {
  if (typeof value === "string") return 16 + value.length;
  if (typeof value !== "object" || value === null) return 12;
  let bytes = 24;
  for (const name in value) bytes += 8 + weigh((value as Record<string, unknown>)[name]);
  return bytes;
}
