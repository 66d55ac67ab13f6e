import { closingQuote } from "./pairs.ts";

const COLON = 58;
/** What JSON takes for white space is this or less. */
const SPACE = 32;

/** Whether a key of a valid JSON text is written with an escape. Looks only at texts that have one. */
export function hasEscapedKey(text: string): boolean {
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at)) {
    const end = closingQuote(text, at);
    if (end === -1) return false;
    if (isColonNext(text, end + 1)) return true;
    at = end + 1;
  }
  return false;
}

/** A valid JSON text with plain keys in place of its own, each another one; and what they stand for. */
export function withPlainKeys(text: string): {
  readonly text: string;
  readonly keys: ReadonlyMap<string, string>;
} {
  const keys = new Map<string, string>();
  let replaced = "";
  let done = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    const end = closingQuote(text, at + 1) + 1;
    if (isColonNext(text, end)) {
      const plain = `k${keys.size}`;
      keys.set(plain, JSON.parse(text.slice(at, end)) as string);
      replaced += `${text.slice(done, at)}"${plain}"`;
      done = end;
    }
    at = end;
  }
  return { text: replaced + text.slice(done), keys };
}

function isColonNext(text: string, at: number): boolean {
  let next = at;
  while (text.charCodeAt(next) <= SPACE) next++;
  return text.charCodeAt(next) === COLON;
}

/** What was parsed of such a text with the keys it had: the last of those that are the same counts. */
export function withOwnKeys(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([plain, one]) => [keys.get(plain)!, one]));
}
