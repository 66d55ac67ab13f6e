/**
 * One key. `name` is what key tables match: the character itself (`y`), or a word (`enter`, `pageup`,
 * `ctrl-c`, `alt-b`, `paste`). `text` is what it types: empty for keys that type nothing.
 */
export interface Key {
  readonly name: string;
  readonly text: string;
}

const CONTROLS: Readonly<Record<number, string>> = {
  0: "ctrl-space",
  8: "backspace",
  9: "tab",
  13: "enter",
  27: "escape",
  28: "ctrl-\\",
  29: "ctrl-]",
  30: "ctrl-^",
  31: "ctrl-_",
  127: "backspace",
};

const FINALS: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
  M: "enter",
  Z: "shift-tab",
};

const TILDES: Readonly<Record<string, string>> = {
  1: "home",
  2: "insert",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
};

/** The key of one control character: C0 and DEL. */
export function controlKey(code: number): Key {
  return named(CONTROLS[code] ?? `ctrl-${String.fromCharCode(code + 0x60)}`);
}

/**
 * The key of one complete control sequence (`ESC [ … final`) or SS3 (`ESC O final`), as xterm documents
 * them. Null for what is no key: terminal reports, mouse and focus events.
 */
export function sequenceKey(sequence: string): Key | null {
  const match = /^\x1b(?:\[|O)(\d*)(?:;(\d+))?([A-Za-z~])$/.exec(sequence);
  if (!match) return null;
  const [, number = "", modifier = "1", final = ""] = match;
  const name = final === "~" ? TILDES[number] : final === "u" ? CONTROLS[Number(number)] : FINALS[final];
  return name === undefined ? null : named(modifiers(Number(modifier)) + name);
}

export function named(name: string): Key {
  return { name, text: "" };
}

function modifiers(parameter: number): string {
  const bits = parameter - 1;
  return `${bits & 4 ? "ctrl-" : ""}${bits & 2 ? "alt-" : ""}${bits & 1 ? "shift-" : ""}`;
}
