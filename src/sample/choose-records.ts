/** How many are odd or drawn by chance, of those that are chosen. */
const ODD_MOST = 2;
const RANDOM_MOST = 2;
/** A kind of record is the usual one from this share on, and odd up to this one. */
const USUAL_LEAST = 0.5;
const ODD_SHARE_MOST = 0.05;

/**
 * Records to show, as their places in order: the first ones, up to two odd ones (of a kind that is rare where another
 * is usual) and two drawn by chance, always the same for the same records. Text that goes on over several lines must
 * be seen whole: pass only its beginning.
 */
export function chooseRecords(records: readonly unknown[], count: number): readonly number[] {
  if (records.length <= count) return [...records.keys()];
  const odd = oddPlaces(records, count - ODD_MOST - RANDOM_MOST);
  const chosen = new Set([...Array(count - RANDOM_MOST - odd.length).keys(), ...odd]);
  const chance = chances(records.length);
  while (chosen.size < count) chosen.add(Math.floor(chance() * records.length));
  return [...chosen].sort((a, b) => a - b);
}

/** The first of each of the rarest kinds, from `from` on. */
function oddPlaces(records: readonly unknown[], from: number): readonly number[] {
  const kinds = new Map<string, { count: number; first: number }>();
  for (const [place, record] of records.entries()) {
    const kind = kindOf(record);
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { count: 1, first: place });
  }
  const all = [...kinds.values()];
  const isMixed = all.every(({ count }) => count < records.length * USUAL_LEAST);
  if (isMixed) return [];
  return all
    .filter(({ count, first }) => count <= records.length * ODD_SHARE_MOST && first >= from)
    .sort((a, b) => a.count - b.count || a.first - b.first)
    .slice(0, ODD_MOST)
    .map(({ first }) => first);
}

const TEXT_MOST = 200;

/** What a record is like: its fields with what kind of value they have; of a text its signs, without what they hold. */
function kindOf(value: unknown, depth = 0): string {
  if (typeof value === "string") return depth === 0 ? signs(value) : value === "" ? "empty" : "text";
  if (Array.isArray(value)) return value.length === 0 ? "none" : "array";
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  if (depth > 0) return "object";
  return Object.entries(value)
    .map(([name, item]) => `${name}:${kindOf(item, depth + 1)}`)
    .join();
}

function signs(text: string): string {
  return text
    .slice(0, TEXT_MOST)
    .replace(/\p{L}+/gu, "a")
    .replace(/\d+/g, "0")
    .replace(/[a0]+(?:[ .:/-][a0]+)*/g, "w");
}

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
