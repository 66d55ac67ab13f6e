/** A record with some of its fields, in the order they are named in; anything but an object as it is. */
export function onlyFields(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const record = value as Record<string, unknown>;
  const kept = names.filter((name) => Object.hasOwn(record, name));
  return Object.fromEntries(kept.map((name) => [name, record[name]]));
}
