/**
 * Leave out duplicates and keep the order: the first of equal lines, or of records that agree in some fields.
 * One key is held for each different line or record, and no data.
 * @param of the fields to compare and to show, with commas between them; whole lines where it is empty
 * @param by fields to compare as well, none where it is empty; without `of`, the first record for each of their values is shown whole
 * @param times add a field `times`: 2 for what came twice. Needs all of the input, and holds one record for each key
 */
export default function* unique(
  input: Input,
  { of = "", by = "", times = false }: { of?: string; by?: string; times?: boolean },
) {
  const found = of === "" && by === "" ? wholeLines(input, times) : selected(input, names(by), names(of));
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

function* selected(input: Input, by: string[], of: string[]): Generator<Found> {
  const compared = [...by, ...of];

  for (const record of input.records({ ...(of.length > 0 && { fields: compared }), require: compared })) {
    const values = compared.map((name) => record[name] ?? null);
    const item = of.length === 0 ? record : Object.fromEntries(compared.map((name, i) => [name, values[i]]));
    yield { key: JSON.stringify(values), item };
  }
}

function names(list: string): string[] {
  return list.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

// A line is a slice that keeps the whole block it was read with in memory; a key outlives its block.
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
