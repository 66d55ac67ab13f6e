const ITEMS_MOST = 10;
const KEYS_MOST = 60;
const DEPTH_MOST = 6;

/** Records cut so that all of them together are at most about `bytes` of JSON: the first ones, and at least one. */
export function shortenRecords(
  records: readonly unknown[],
  { count, valueChars, bytes }: { count: number; valueChars: number; bytes: number },
): readonly unknown[] {
  const kept: unknown[] = [];
  let used = 0;
  for (const record of records.slice(0, count)) {
    const short = kept.length === 0 ? shortenToFit(record, valueChars, bytes) : shorten(record, valueChars);
    used += byteLength(short);
    if (kept.length > 0 && used > bytes) break;
    kept.push(short);
  }
  return kept;
}

/** A JSON value with long texts, long arrays, wide objects and deep nesting cut; a cut shows as `…`. */
export function shorten(value: unknown, chars: number, depth = 0): unknown {
  if (typeof value === "string") return cut(value, chars);
  if (value === null || typeof value !== "object") return value;
  if (depth >= DEPTH_MOST) return "…";
  if (Array.isArray(value)) {
    const items = value.slice(0, ITEMS_MOST).map((item) => shorten(item, chars, depth + 1));
    return value.length > ITEMS_MOST ? [...items, `… ${value.length - ITEMS_MOST} more`] : items;
  }
  const entries = Object.entries(value).slice(0, KEYS_MOST);
  return Object.fromEntries(entries.map(([key, item]) => [cut(key, chars), shorten(item, chars, depth + 1)]));
}

// The first record is always shown: with shorter texts, and in the end as the beginning of its JSON.
function shortenToFit(record: unknown, chars: number, bytes: number): unknown {
  for (const least of [chars, 60, 20]) {
    const short = shorten(record, Math.min(chars, least));
    if (byteLength(short) <= bytes) return short;
  }
  return cut(JSON.stringify(shorten(record, 20)), Math.floor(bytes / 4));
}

function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const end = chars - 1;
  const splitsPair = text.charCodeAt(end - 1) >>> 10 === 0x36;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
