/** The n-th field of a line, counted from 1, between spaces and tabs; "" where there are fewer. */
export function field(line: string, n: number): string {
  if (!(Number.isInteger(n) && n > 0)) throw new RangeError(`field: n is ${n}, and must be 1 or more`);
  const text = line.includes("\t") ? line.replaceAll("\t", " ") : line;
  let at = 0;
  for (let count = 1; ; ) {
    const end = text.indexOf(" ", at);
    if (end === -1) return count === n ? text.slice(at) : "";
    if (end > at && count++ === n) return text.slice(at, end);
    at = end + 1;
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number that a text or value is.
 * @throws {TypeError} naming the text, where it is none (also for "" and null)
 */
export function num(value: unknown): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  if (typeof value === "bigint") return Number(value);
  const text = typeof value === "string" ? value.trim() : "";
  if (NUMBER.test(text)) return Number(text);
  const found = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value);
  throw new TypeError(`num: expected a number, found ${found}`);
}
