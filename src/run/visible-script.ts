import { HIDDEN, visible } from "../terms/visible.ts";

/**
 * A `sed` script, for the C locale, that does to lines of UTF-8 what {@link visible} does: one substitution for each
 * hidden character, found by asking `visible` itself, as its bytes. Lines of plain ASCII skip all of them. Whatever
 * is no UTF-8 passes: a terminal that expects UTF-8 shows it as an error.
 */
export function visibleScript(): string {
  const rules = hiddenCharacters().map(
    (hidden) => `s/${bytesOf(hidden)}/${visible(hidden).replace("\\", "\\\\")}/g\n`,
  );
  return `/[^\\t -~]/!b\n${rules.join("")}`;
}

// No lone surrogates: they have no bytes.
const LAST = 0x10ffff;

function hiddenCharacters(): readonly string[] {
  const found: string[] = [];
  for (let code = 0; code <= LAST; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    HIDDEN.lastIndex = 0;
    if (HIDDEN.test(character)) found.push(character);
  }
  HIDDEN.lastIndex = 0;
  return found;
}

const encoder = new TextEncoder();

function bytesOf(character: string): string {
  return [...encoder.encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
