import { atGrapheme } from "../graphemes.ts";

/** A text being edited. `cursor` is a UTF-16 offset that is never inside a grapheme. */
export interface EditedText {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY: EditedText = { text: "", cursor: 0 };

/** The text with `added` in place of what is between two offsets, and the cursor behind it. */
export function replaceRange({ text }: EditedText, from: number, to: number, added: string): EditedText {
  const whole = text.slice(0, from) + added + text.slice(to);
  // What now stands side by side may be one grapheme: a letter and the accent that followed the cursor.
  return { text: whole, cursor: atGrapheme(whole, from + added.length) };
}

export function insertAtCursor(now: EditedText, added: string): EditedText {
  return replaceRange(now, now.cursor, now.cursor, added);
}

export function moveCursor({ text }: EditedText, to: number): EditedText {
  return { text, cursor: atGrapheme(text, to) };
}
