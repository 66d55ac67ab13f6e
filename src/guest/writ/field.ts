import { refuse } from "./refuse.ts";
import { tellUnconverted } from "./unconverted.ts";

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
 * The number that a text or value is. Where it is none (also for "" and null) `otherwise`, if it is given: the run tells
 * how many there were, and ends at the first under `--strict`. It stands in an object, for what `map` gives as well.
 * @throws {TypeError} naming the text and where it stood
 */
export function num<T = never>(value: unknown, or?: { readonly otherwise: T }): number | T {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  if (typeof value === "bigint") return Number(value);
  const text = typeof value === "string" ? value.trim() : "";
  if (NUMBER.test(text)) return Number(text);
  const found = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value);
  const problem = `expected a number, found ${found}`;
  if (typeof or === "object" && or !== null) {
    tellUnconverted(problem, "replaced");
    return or.otherwise;
  }
  return refuse("num", problem);
}
