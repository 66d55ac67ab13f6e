/** A `console` that writes plain text, one line a call. The host makes controls visible where it must. */
export function createConsole(writeLine: (line: string) => void) {
  const log = (...values: unknown[]) => writeLine(values.map(show).join(" "));
  return {
    log,
    info: log,
    debug: log,
    warn: log,
    error: log,
    dir: (value: unknown) => log(value),
    table: (rows: unknown) => {
      for (const row of isIterable(rows) ? rows : [rows]) log(row);
    },
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) log("assertion failed", ...values);
    },
  };
}

const stringify = JSON.stringify;

function show(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== "object" || value === null)
    return typeof value === "function" ? "function" : String(value);
  try {
    return stringify(value, plain) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
