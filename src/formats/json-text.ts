import type { ByteSource } from "../terms/format.ts";
import { openTextBlocks } from "./text-blocks.ts";

/** A JSON document under a cursor that knows its place. Holds one element of the top array at a time. */
export interface JsonText {
  /** The next character that is not white space, not taken; null at the end. */
  peek(): string | null;
  /** Take the character that {@link peek} showed. */
  skip(): void;
  place(): { line: number; column: number };
  /** Take one value, unparsed: up to its closing bracket, or to the next `,`, `]` or `}` of the cursor's level. */
  takeElement(): { text: string; line: number; column: number };
  /** Take all the rest. */
  takeAll(): { text: string; line: number; column: number };
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LINE_FEED = 10;

export function openJsonText({ source, input }: { source: ByteSource; input: string }): JsonText {
  let text = "";
  let at = 0;
  let line = 1;
  let lineStart = 0; // of the current line, relative to `text`; negative where it began in an earlier block
  const blocks = openTextBlocks({ source, input, cut: "character", linesBefore: () => line - 1 });

  return { peek, skip: () => void at++, place, takeElement, takeAll };

  function place() {
    return { line, column: at - lineStart + 1 };
  }

  function load(): boolean {
    lineStart -= text.length;
    at = 0;
    text = blocks.next() ?? "";
    return text !== "";
  }

  function peek(): string | null {
    for (;;) {
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === LINE_FEED) newLine();
        else if (code !== 32 && code !== 9 && code !== 13) return text[at]!;
      }
      if (!load()) return null;
    }
  }

  function newLine(): void {
    line++;
    lineStart = at + 1;
  }

  function takeElement() {
    peek();
    const begin = place();
    let taken = "";
    let from = at;
    let depth = 0;
    let inString = false;
    let escaped = false;
    for (;;) {
      while (at < text.length) {
        if (inString) {
          inString = !leaveString();
          continue;
        }
        const code = text.charCodeAt(at);
        if (code === QUOTE) inString = true;
        else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth++;
        else if (depth === 0 && (code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT)) {
          return { text: taken + text.slice(from, at), ...begin };
        } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
          if (--depth === 0) return { text: taken + text.slice(from, ++at), ...begin };
        } else if (code === LINE_FEED) newLine();
        at++;
      }
      taken += text.slice(from);
      if (!load()) return { text: taken, ...begin };
      from = 0;
    }

    // Move behind the closing quote; false where the block ends first.
    function leaveString(): boolean {
      for (;;) {
        if (escaped) at++;
        const quote = text.indexOf('"', at);
        const end = quote === -1 ? text.length : quote;
        let run = 0;
        while (end - run > at && text.charCodeAt(end - run - 1) === BACKSLASH) run++;
        escaped = run % 2 === 1;
        at = end;
        if (quote === -1) return false;
        if (!escaped) {
          at++;
          return true;
        }
      }
    }
  }

  function takeAll() {
    peek();
    const begin = place();
    let all = "";
    do {
      all += text.slice(at);
      for (at = text.indexOf("\n", at); at !== -1; at = text.indexOf("\n", at + 1)) newLine();
      at = text.length;
    } while (load());
    return { text: all, ...begin };
  }
}
