/** A folded text: what is shown in its place, and what is sent. */
export interface Paste {
  readonly label: string;
  readonly text: string;
}

/** A paste over either is folded. */
const LINES_MOST = 10;
const UNITS_MOST = 1000;

// In an edited text a folded one is a single character of a plane where Unicode has none, and where each is a
// grapheme of its own whatever stands beside it.
const FIRST = 0xe0200;
const LAST = 0xe0fff;

/** The character that stands for a folded text. */
export const PASTE_UNIT = /[\u{e0200}-\u{e0fff}]/u;
const PASTE_UNITS = new RegExp(PASTE_UNIT, "gu");

/** Text as an edited one may have it: one kind of line end, no half characters, none that stands for a paste. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, "\n").toWellFormed().replace(PASTE_UNITS, "\ufffd");
}

/** Whether a paste is too long to be shown as it is. */
export function isLong(text: string): boolean {
  return text.length > UNITS_MOST || lineCount(text) > LINES_MOST;
}

/** The character that stands for a text from now on. Null where there are too many: some 3,500 in one text. */
export function fold(
  pastes: readonly Paste[],
  text: string,
): { readonly pastes: readonly Paste[]; readonly unit: string } | null {
  const known = pastes.findIndex((paste) => paste.text === text);
  const index = known === -1 ? pastes.length : known;
  if (FIRST + index > LAST) return null;
  const unit = String.fromCodePoint(FIRST + index);
  return { pastes: known === -1 ? [...pastes, { label: labelOf(text), text }] : pastes, unit };
}

/** A text with every folded one in its place again. */
export function unfold(pastes: readonly Paste[], text: string): string {
  return text.replace(PASTE_UNITS, (unit) => pasteOf(pastes, unit)?.text ?? "");
}

/** The folded text that a grapheme stands for, or null where it is an ordinary one. */
export function pasteOf(pastes: readonly Paste[], grapheme: string): Paste | null {
  return pastes[grapheme.codePointAt(0)! - FIRST] ?? null;
}

function labelOf(text: string): string {
  const lines = lineCount(text);
  if (lines > 1) return `[pasted ${lines.toLocaleString("en")} lines]`;
  return `[pasted ${text.length.toLocaleString("en")} characters]`;
}

function lineCount(text: string): number {
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
