/** What items are told apart, counted or compared by: the name of a field, or a function. */
export type By<T, K = unknown> = (keyof T & string) | ((item: T) => K);

/** What `by` gives for an item. */
export function reader<T>(by: By<T>): (item: T) => unknown {
  return typeof by === "function" ? by : (item) => item[by];
}

/**
 * The same, for the keys of a Map or Set, where two equal arrays or objects would be two keys.
 * @throws {TypeError} for such a key, naming `helper`
 */
export function keyReader<T>(helper: string, by: By<T>): (item: T) => unknown {
  const read = reader(by);
  return (item) => {
    const key = read(item);
    if (typeof key !== "object" || key === null) return key;
    const what = Array.isArray(key) ? "an array" : "an object";
    throw new TypeError(
      `${helper}: a key is ${what}, and must be a text, a number or a boolean: join its parts, as in \`\${row.a} \${row.b}\``,
    );
  };
}
