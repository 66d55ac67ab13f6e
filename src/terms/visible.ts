// Nothing from a model, a snippet or the data reaches a terminal raw. What this does not do: it does not
// judge look-alike letters (the check's hidden-text rule does), and it is not applied to bytes in a pipe.

// Controls but tab and newline, format characters (bidi marks, zero-width, tags, soft hyphen), lone
// surrogates, line and paragraph separators; then letters that draw nothing and variation selectors but 16.
export const HIDDEN =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034f|[\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0e]|[\u{e0100}-\u{e01ef}]/gu;

/** Where nothing has to be looked for: most cells of most tables. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text as a terminal may show it: every control, escape, bidi or invisible character as `\u{1b}`; tab and
 * newline stay. Emoji keep their variation selector-16; a joiner between emoji is made visible.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (hidden) => `\\u{${hidden.codePointAt(0)!.toString(16)}}`);
}

/** {@link visible} on one line: newlines, returns and tabs are shown as `\n`, `\r` and `\t`. */
export function visibleLine(text: string): string {
  return PLAIN.test(text)
    ? text
    : visible(text.replace(/\r/g, "\\r")).replace(/\n/g, "\\n").replace(/\t/g, "\\t");
}

/** Whether {@link visible} would change the text. */
export function hasHidden(text: string): boolean {
  HIDDEN.lastIndex = 0;
  return HIDDEN.test(text);
}
