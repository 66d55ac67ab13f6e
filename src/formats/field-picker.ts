import { parseJson } from "./parse-json.ts";

/** Finds the wanted fields of JSON objects without parsing the rest of them. */
export interface FieldPicker {
  /**
   * The wanted fields of the object between two offsets of a text; null where it has to be parsed whole. Offsets
   * of one text come in their order, the first is 0.
   */
  pick(text: string, from: number, end: number): Record<string, unknown> | null;
}

interface Wanted {
  readonly name: string;
  /** The name and its closing quote: an opening one is so frequent that searching for it would take thrice as long. */
  readonly needle: string;
  /** Where the needle is found next in this text. */
  next: number;
}

// A name that can stand nowhere but between its quotes: what follows a closing quote is none of these letters.
const PLAIN_NAME = /^[\p{L}_$@][\p{L}\p{N}_$@ .:/-]*$/u;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const COLON = 58;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** V8 copies shorter slices; longer ones would keep the text they are part of in memory. */
const SLICED_FROM = 13;
/** Integers of so many digits are exact. */
const DIGITS_MOST = 15;
const WHOLE = Symbol("to be parsed whole");
const WORDS = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

/**
 * A picker for fields by name; null where one of the names could be mistaken for something else.
 *
 * An object without a backslash and without another object inside is scanned for `name"`: with a quote before it and
 * a colon after it, that is a key of this object and nothing else. Every other object, and one that has a name twice,
 * is parsed whole. The values found are checked as JSON is; what lies between them is not looked at.
 */
export function createFieldPicker(names: readonly string[]): FieldPicker | null {
  if (!names.every((name) => PLAIN_NAME.test(name) && name !== "__proto__")) return null;
  const fields = names.map((name): Wanted => ({ name, needle: `${name}"`, next: -1 }));
  let backslash = -1;
  let brace = -1;
  return { pick };

  function pick(text: string, from: number, end: number): Record<string, unknown> | null {
    if (from === 0) forget();
    if (text.charCodeAt(from) !== OPEN_OBJECT || text.charCodeAt(end - 1) !== CLOSE_OBJECT) return null;
    if (backslash < from) backslash = search(text, "\\", from);
    if (brace <= from) brace = search(text, "{", from + 1);
    if (backslash < end || brace < end) return null;
    const record: Record<string, unknown> = {};
    for (const wanted of fields) {
      const at = find(wanted, text, from, end);
      if (at === -1) continue;
      const value = at === -2 ? WHOLE : readValue(text, at, end);
      if (value === WHOLE) return null;
      record[wanted.name] = value;
    }
    return record;
  }

  function forget(): void {
    backslash = brace = -1;
    for (const wanted of fields) wanted.next = -1;
  }
}

/** Where the value of a field begins; -1 where there is no such field, -2 where there are two. */
function find(wanted: Wanted, text: string, from: number, end: number): number {
  const { needle } = wanted;
  let found = -1;
  let at = wanted.next < from ? search(text, needle, from) : wanted.next;
  for (; at < end; at = search(text, needle, at + 1)) {
    if (text.charCodeAt(at - 1) !== QUOTE) continue;
    const colon = skipSpace(text, at + needle.length);
    if (text.charCodeAt(colon) === COLON) found = found === -1 ? skipSpace(text, colon + 1) : -2;
  }
  wanted.next = at;
  return found;
}

/** The next place of a text in another, its length where there is none. */
function search(text: string, needle: string, from: number): number {
  const at = text.indexOf(needle, from);
  return at === -1 ? text.length : at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 9 || code === 13 || code === 10; )
    code = text.charCodeAt(++at);
  return at;
}

function readValue(text: string, at: number, end: number): unknown {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return readString(text, at, end);
  if (code === MINUS || isDigit(code)) return readNumber(text, at);
  for (const [word, value] of WORDS)
    if (text.startsWith(word, at)) return isOver(text, at + word.length) ? value : WHOLE;
  return WHOLE;
}

/** A string without escapes. */
function readString(text: string, at: number, end: number): unknown {
  const close = text.indexOf('"', at + 1);
  if (close === -1 || close >= end || !isOver(text, close + 1)) return WHOLE;
  if (close - at > SLICED_FROM) return parsed(text.slice(at, close + 1));
  for (let i = at + 1; i < close; i++) if (text.charCodeAt(i) < 32) return WHOLE;
  return text.slice(at + 1, close);
}

function readNumber(text: string, start: number): unknown {
  const isNegative = text.charCodeAt(start) === MINUS;
  const first = isNegative ? start + 1 : start;
  let number = 0;
  let at = first;
  for (let code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at))
    number = number * 10 + code - ZERO;
  const isPlain =
    at > first && at - first <= DIGITS_MOST && (text.charCodeAt(first) !== ZERO || at === first + 1);
  if (isPlain && isOver(text, at)) return isNegative ? -number : number;
  while (/[\d.eE+-]/.test(text.charAt(at))) at++;
  return isOver(text, at) ? parsed(text.slice(start, at)) : WHOLE;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code < COLON;
}

/** Whether a value ends here: a comma or the end of the object follows. */
function isOver(text: string, at: number): boolean {
  const code = text.charCodeAt(skipSpace(text, at));
  return code === COMMA || code === CLOSE_OBJECT;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return WHOLE;
  }
}
