import { excerpt } from "./malformed-input.ts";

/** Where a text stops being JSON (UTF-16 offset), what JSON wants there, and what is there instead. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/y;

/**
 * Find the first fault of a text that `JSON.parse` refused; null where there is none. Walks RFC 8259 with
 * its own stack, so that deep nesting cannot exhaust the engine's. A text cut off early has its fault at its
 * end: that is how detection recognises the beginning of a document.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ("[" | "{")[] = [];
  let at = match(SPACE, text, 0);
  for (;;) {
    const opener = text[at];
    if (opener === "[" || opener === "{") {
      open.push(opener);
      at = match(SPACE, text, at + 1);
      if (text[at] === closer(opener)) {
        open.pop();
        at = match(SPACE, text, at + 1);
      } else if (opener === "[") continue;
      else {
        const key = readKey(text, at, "a name in double quotes or `}`");
        if (typeof key !== "number") return key;
        at = key;
        continue;
      }
    } else {
      const end = readScalar(text, at);
      if (typeof end !== "number") return end;
      at = match(SPACE, text, end);
    }
    while (open.length > 0 && text[at] === closer(open.at(-1)!)) {
      open.pop();
      at = match(SPACE, text, at + 1);
    }
    const inside = open.at(-1);
    if (!inside) return at === text.length ? null : fault(text, at, "the end of the document");
    if (text[at] !== ",") return fault(text, at, `\`,\` or \`${closer(inside)}\``);
    at = match(SPACE, text, at + 1);
    if (inside === "{") {
      const key = readKey(text, at, "a name in double quotes");
      if (typeof key !== "number") return key;
      at = key;
    }
  }
}

function closer(opener: "[" | "{"): "]" | "}" {
  return opener === "[" ? "]" : "}";
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function readKey(text: string, at: number, expected: string): number | JsonFault {
  if (text[at] !== '"') return fault(text, at, expected);
  const end = readString(text, at);
  if (typeof end !== "number") return end;
  const colon = match(SPACE, text, end);
  if (text[colon] !== ":") return fault(text, colon, "`:`");
  return match(SPACE, text, colon + 1);
}

function readScalar(text: string, at: number): number | JsonFault {
  if (text[at] === '"') return readString(text, at);
  const end = Math.max(match(WORD, text, at), match(NUMBER, text, at));
  if (end > at && !/^(?:\.|[eE][-+]?)$/.test(text.slice(end))) return end;
  return fault(text, end > at || isBegun(text, at) ? text.length : at, "a JSON value");
}

/** A number or word that the text's end cuts short: `-`, `tr`. */
function isBegun(text: string, at: number): boolean {
  const rest = text.slice(at);
  return rest === "-" || (rest !== "" && ["true", "false", "null"].some((word) => word.startsWith(rest)));
}

function readString(text: string, at: number): number | JsonFault {
  const end = match(STRING, text, at);
  if (text[end] === '"') return end + 1;
  if (end === text.length) return fault(text, end, 'a closing `"`');
  if (text[end] !== "\\") return fault(text, end, "an escaped control character (such as `\\n`)");
  if (/^\\(?:u[\dA-Fa-f]{0,3})?$/.test(text.slice(end))) return fault(text, text.length, 'a closing `"`');
  return fault(text, end, 'an escape of JSON (`\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX`)');
}

function fault(text: string, offset: number, expected: string): JsonFault {
  return { offset, expected, found: foundAt(text, offset) };
}

function foundAt(text: string, offset: number): string {
  if (offset >= text.length) return "the end of the input";
  const rest = text.slice(offset, offset + 41);
  return excerpt(/^[\w.+-]+|^[\s\S]/u.exec(rest)![0]);
}
