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
  if (of === "" && by === "") {
    const lines = begin(input.lines());
    yield* times ? counted(lines, wholeLine) : firsts(lines, wholeLine);
  } else {
    const shown = names(of);
    const compared = [...names(by), ...shown];
    const records = input.records({ ...(shown.length > 0 && { fields: compared }), require: compared });
    const how = { keyOf: keyReader(compared), show: shown.length === 0 ? itself : (record: Fields) => pick(record, compared) };
    yield* times ? counted([records], how) : firsts([records], how);
  }
}

type Fields = Record<string, unknown>;
/** What is compared of an item, and what is shown of the first. */
type How<T> = { keyOf: (item: T) => string; show: (item: T) => unknown; row?: (item: T) => object };

const itself = <T>(item: T) => item;
const wholeLine: How<string> = { keyOf: itself, show: itself, row: (line) => ({ line }) };

function* firsts<T>(parts: Iterable<T>[], { keyOf, show }: How<T>) {
  const seen = new Set<string>();
  for (const items of parts) for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) continue;
    seen.add(copyOf(key));
    yield show(item);
  }
}

function* counted<T>(parts: Iterable<T>[], { keyOf, show, row }: How<T>) {
  const seen = new Map<string, { item: unknown; times: number }>();
  for (const items of parts) for (const item of items) {
    const key = keyOf(item);
    const known = seen.get(key);
    if (known) known.times++;
    else seen.set(copyOf(key), { item: row ? row(item) : show(item), times: 1 });
  }
  for (const { item, times } of seen.values()) yield { ...(item as object), times };
}

/** The lines, in parts: the first are looked at, and may not begin a JSON document, whose records are not its lines. */
function begin(lines: IteratorObject<string, undefined, unknown>): Iterable<string>[] {
  const { value: first } = lines.next();
  if (first === undefined) return [];
  const isList = isListOfJson(first);
  if (/^\s*(?:\{|\[\s*(?:[[{"].*)?)$/.test(first) && !isList) refuseDocument();
  // JSON on one line is a document; lists on several lines are records, one a line.
  const second = isList ? lines.next() : null;
  if (second?.done) refuseDocument();
  return [second ? [first, second.value] : [first], lines];
}

function refuseDocument(): never {
  throw new Error("this is a JSON document, and its records are not its lines: name the fields to compare, as in --of id, or --by id to see whole records");
}

function isListOfJson(line: string): boolean {
  try {
    return Array.isArray(JSON.parse(line));
  } catch {
    return false;
  }
}

// The JSON of one value, or of all; what is inside of a text needs no escapes to differ from others.
function keyReader(compared: string[]) {
  const [name = ""] = compared;
  if (compared.length !== 1) return (record: Fields) => JSON.stringify(compared.map((one) => record[one] ?? null));
  return (record: Fields) => {
    const value = record[name] ?? null;
    return typeof value === "string" ? `"${value}` : JSON.stringify(value);
  };
}

function pick(record: Fields, compared: string[]) {
  return Object.fromEntries(compared.map((name) => [name, record[name] ?? null]));
}

function names(list: string): string[] {
  return list.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

// A line is a slice that keeps the whole block it was read with in memory; a key outlives its block.
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
