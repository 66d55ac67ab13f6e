const LENGTH_LEAST = 24;
/** Classes of characters change this often in what was drawn by chance, and seldom in names that people make. */
const RUN_MOST = 2.3;

/**
 * Whether a long text of letters and digits looks drawn by chance: hexadecimal of 32 and more, or capitals, small
 * letters and digits in turn. Numbers, words and names put together of words are not.
 */
export function isOpaque(text: string): boolean {
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  if (/^(?:[0-9a-f]{32,}|[0-9A-F]{32,})$/.test(text)) return true;
  if (text.length < LENGTH_LEAST || !/[a-z]/.test(text) || !/[A-Z]/.test(text)) return false;
  const runs = text.match(/[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  return text.length / runs.length <= RUN_MOST;
}

/**
 * The shape of a value that is not shown: what it is made of and about how long it is, as in `hex~32`. Lengths are
 * rounded up to a power of two.
 */
export function shapeOfOpaque(text: string): string {
  if (UUID.test(text)) return "uuid";
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "text";
  return `${kind}~${2 ** Math.ceil(Math.log2(Math.max(8, text.length)))}`;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const KINDS: readonly (readonly [string, RegExp])[] = [
  ["digits", /^\d+$/],
  ["hex", /^(?:[0-9a-f]+|[0-9A-F]+)$/],
  ["letters", /^[A-Za-z]+$/],
  ["mixed", /^[\w+/=.-]+$/],
];
