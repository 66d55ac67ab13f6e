/** Pairs as a record; null: the key stands without `=`. */
export type Pairs = Record<string, string | null>;

const KEY = /[^\s=",;|]+/y;
const MEANING: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * The pair that begins at `at`, and where it ends: up to a match of `separator` (a global pattern) or the end, or
 * behind its closing quote. Null where there is none.
 */
export function takePair(
  line: string,
  at: number,
  { separator, mayBeAlone }: { readonly separator: RegExp; readonly mayBeAlone: boolean },
): { readonly key: string; readonly value: string | null; readonly end: number } | null {
  KEY.lastIndex = at;
  const key = KEY.exec(line)?.[0];
  if (key === undefined || key === "__proto__") return null;
  const equals = at + key.length;
  if (line[equals] !== "=") return mayBeAlone ? { key, value: null, end: equals } : null;
  if (line[equals + 1] === '"') {
    const end = closingQuote(line, equals + 2);
    return end === -1 ? null : { key, value: withoutEscapes(line.slice(equals + 2, end)), end: end + 1 };
  }
  separator.lastIndex = equals + 1;
  const end = separator.exec(line)?.index ?? line.length;
  return { key, value: line.slice(equals + 1, end), end };
}

/** The next quote that no odd number of backslashes stands before, or -1. */
export function closingQuote(line: string, from: number): number {
  let quote = line.indexOf('"', from);
  while (quote !== -1 && isEscaped(line, quote, from)) quote = line.indexOf('"', quote + 1);
  return quote;
}

function isEscaped(line: string, at: number, from: number): boolean {
  let run = 0;
  while (at - run > from && line[at - run - 1] === "\\") run++;
  return run % 2 === 1;
}

function withoutEscapes(text: string): string {
  return text.includes("\\")
    ? text.replace(/\\(.)/g, (_, letter: string) => MEANING[letter] ?? letter)
    : text;
}
