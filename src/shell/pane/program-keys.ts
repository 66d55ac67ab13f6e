/** What a program asked its terminal for, as far as it changes what keys send. */
export interface Modes {
  readonly applicationCursorKeysMode: boolean;
  readonly bracketedPasteMode: boolean;
}

/**
 * What the real terminal sent, as the terminal that the program believes in would have sent it: the real one
 * keeps its own modes, so that there is nothing to restore when the program ends badly.
 */
export function programKeys(typed: string, modes: Modes): string {
  const pasted = modes.bracketedPasteMode ? typed : typed.replace(/\x1b\[20[01]~/g, "");
  return modes.applicationCursorKeysMode ? pasted.replace(/\x1b\[([ABCDHF])/g, "\x1bO$1") : pasted;
}
