import { toJson } from "../formats/json-value.ts";

const KEYS_MOST = 60;
const DEPTH_MOST = 6;

/** Cuts tried on the first record until it fits: characters of a text, items of an array. */
const TIGHTER = [
  { chars: 200, items: 10 },
  { chars: 80, items: 3 },
  { chars: 40, items: 1 },
  { chars: 20, items: 1 },
];

interface Cuts {
  readonly chars: number;
  readonly items: number;
}

/** The first `count` records as far as their JSON is at most about `bytes`, values cut; at least one. */
export function shortenRecords(
  records: readonly unknown[],
  { count, bytes }: { count: number; bytes: number },
): readonly unknown[] {
  const kept: unknown[] = [];
  let used = 0;
  for (const record of records.slice(0, count)) {
    const short = kept.length === 0 ? shortenToFit(record, bytes) : shorten(record, TIGHTER[0]!);
    used += byteLength(short);
    if (kept.length > 0 && used > bytes) break;
    kept.push(short);
  }
  return kept;
}

/** A JSON value with long texts, long arrays, wide objects and deep nesting cut; a cut shows as `…`. */
export function shorten(value: unknown, { chars, items }: Cuts, depth = 0): unknown {
  if (typeof value === "string") return cut(value, chars);
  if (value === null || typeof value !== "object") return value;
  if (depth >= DEPTH_MOST) return "…";
  if (Array.isArray(value)) {
    const kept = value.slice(0, items).map((item) => shorten(item, { chars, items }, depth + 1));
    return value.length > items ? [...kept, `… ${value.length - items} more`] : kept;
  }
  const entries = Object.entries(value).slice(0, KEYS_MOST);
  return Object.fromEntries(
    entries.map(([key, item]) => [cut(key, chars), shorten(item, { chars, items }, depth + 1)]),
  );
}

// The first record is always shown: cut more and more, and in the end as the beginning of its JSON.
function shortenToFit(record: unknown, bytes: number): unknown {
  for (const cuts of TIGHTER) {
    const short = shorten(record, cuts);
    if (byteLength(short) <= bytes) return short;
  }
  return cut(toJson(shorten(record, TIGHTER.at(-1)!)), Math.floor(bytes / 4));
}

function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const end = chars - 1;
  const splitsPair = text.charCodeAt(end - 1) >>> 10 === 0x36;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(toJson(value)).length;
}
