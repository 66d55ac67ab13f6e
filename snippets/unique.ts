/**
 * Leave out duplicates and keep the order: the first of equal lines, or of records that agree in some fields.
 * Holds one key for each different line or record, not the data.
 * @param of the fields that make up the result, with commas between them; all where it is empty
 * @param by the fields to compare, with commas between them; those of the result where it is empty
 * @param times add how many there were of each: needs all of the input, and holds one record for each key
 */
export default function* unique(
  input: Input,
  { of = "", by = "", times = false }: { of?: string; by?: string; times?: boolean },
) {
  const found = of === "" && by === "" ? wholeLines(input, times) : selected(input, names(of), names(by));
  yield* times ? counted(found) : firsts(found);
}

type Found = { key: string; item: unknown };

function* firsts(found: Iterable<Found>) {
  const seen = new Set<string>();
  for (const { key, item } of found) {
    if (seen.has(key)) continue;
    seen.add(copyOf(key));
    yield item;
  }
}

function* counted(found: Iterable<Found>) {
  const seen = new Map<string, { item: unknown; times: number }>();
  for (const { key, item } of found) {
    const known = seen.get(key);
    if (known) known.times++;
    else seen.set(copyOf(key), { item, times: 1 });
  }
  for (const { item, times } of seen.values()) yield { ...(item as object), times };
}

function* wholeLines(input: Input, asRecords: boolean): Generator<Found> {
  for (const line of input.lines()) yield { key: line, item: asRecords ? { line } : line };
}

function* selected(input: Input, of: string[], by: string[]): Generator<Found> {
  const compared = by.length > 0 ? by : of;
  const unseen = new Set([...of, ...by]);
  let first: InputRecord | undefined;

  for (const record of input.records()) {
    first ??= record;
    for (const name of unseen) if (Object.hasOwn(record, name)) unseen.delete(name);
    const key = JSON.stringify(compared.map((name) => record[name] ?? null));
    yield { key, item: of.length === 0 ? record : Object.fromEntries(of.map((name) => [name, record[name] ?? null])) };
  }

  const [missing] = unseen;
  if (first && missing !== undefined) {
    throw new Error(`no record has a field \`${missing}\`: there are ${Object.keys(first).join(", ")}`);
  }
}

function names(list: string): string[] {
  return list.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

// A line is a slice that keeps the whole block it was read with in memory; a key outlives its block.
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
