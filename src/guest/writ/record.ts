/** A record with these fields only, in this order; one that it has not is left out. */
export function pick(record: object, ...names: readonly string[]): Record<string, unknown> {
  const fields = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
  );
}

/** A record without these fields. */
export function omit(record: object, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** A record with fields called otherwise, each in its place: `{ old: "new" }`. */
export function rename(record: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  const nameOf = (name: string) => (Object.hasOwn(names, name) ? names[name]! : name);
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [nameOf(name), value]));
}

/** One record of all that is nested: `{ a: { b: 1 }, c: [2] }` is `{ "a.b": 1, "c.0": 2 }`. Empty ones stay as they are. */
export function flatten(record: object, separator = "."): Record<string, unknown> {
  const flat: [string, unknown][] = [];
  const visit = (value: unknown, path: string) => {
    const entries = isNested(value) ? Object.entries(value) : [];
    if (entries.length === 0) flat.push([path, value]);
    for (const [name, one] of entries) visit(one, path + separator + name);
  };
  for (const [name, value] of Object.entries(record)) visit(value, name);
  return Object.fromEntries(flat);
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
