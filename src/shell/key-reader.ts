import { graphemes } from "./graphemes.ts";
import { controlKey, type Key, named, sequenceKey } from "./key.ts";

/** An escape that nothing follows for so long was the Escape key and not the start of a sequence. */
const ESCAPE_MS = 25;
/** A paste that never ends is handed over in pieces of this many UTF-16 units. */
const PASTE_MOST = 1 << 20;

const PASTE_START = "\x1b[200~";
const PASTE_END = "\x1b[201~";
/** A whole control sequence, SS3, or string (OSC, DCS, …) at the start of the input. */
const SEQUENCE =
  /^\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\x40-\x7e]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))/;
/** The start of one, which more input may complete. */
const INCOMPLETE = /^\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*|O|[\]PX^_][^\x07\x1b]*\x1b?)?$/;

export interface KeyReader {
  /** Take what the terminal sent, decoded as UTF-8. Keys come out in order; a sequence may be in pieces. */
  push(chunk: string): void;
  /** Forget what is incomplete. */
  reset(): void;
}

/** Turn what a terminal in raw mode sends into keys. */
export function createKeyReader(onKey: (key: Key) => void): KeyReader {
  let pending = "";
  let timer: NodeJS.Timeout | undefined;

  const reset = () => {
    clearTimeout(timer);
    pending = "";
  };
  const giveUp = () => {
    const wasEscape = pending === "\x1b";
    reset();
    if (wasEscape) onKey(named("escape"));
  };
  return {
    push(chunk) {
      clearTimeout(timer);
      pending += chunk;
      while (pending !== "") {
        const taken = takeKey(pending);
        if (taken === null) break;
        pending = pending.slice(taken.length);
        for (const key of taken.keys) onKey(key);
      }
      if (pending !== "" && !pending.startsWith(PASTE_START)) timer = setTimeout(giveUp, ESCAPE_MS);
    },
    reset,
  };
}

/** The keys that the input surely starts with and their length in it, or null: wait for more. */
function takeKey(input: string): { length: number; keys: readonly Key[] } | null {
  if (input.startsWith(PASTE_START)) return takePaste(input);
  if (input.startsWith("\x1b")) return takeEscape(input);
  const code = input.charCodeAt(0);
  if (code < 0x20 || code === 0x7f) return { length: 1, keys: [controlKey(code)] };
  const run = /^[^\x00-\x1f\x7f]+/.exec(input)![0];
  const keys = [...graphemes(run)].map(({ segment }) => ({ name: segment, text: segment }));
  return { length: run.length, keys };
}

function takePaste(input: string): { length: number; keys: readonly Key[] } | null {
  const end = input.indexOf(PASTE_END);
  if (end === -1 && input.length < PASTE_MOST) return null;
  const text = input.slice(PASTE_START.length, end === -1 ? PASTE_MOST : end);
  const length = end === -1 ? PASTE_MOST : end + PASTE_END.length;
  return { length, keys: [{ name: "paste", text }] };
}

function takeEscape(input: string): { length: number; keys: readonly Key[] } | null {
  const sequence = SEQUENCE.exec(input)?.[0];
  if (sequence !== undefined) {
    const key = sequenceKey(sequence);
    return { length: sequence.length, keys: key === null ? [] : [key] };
  }
  if (INCOMPLETE.test(input)) return null;
  const next = input.codePointAt(1)!;
  if (next <= 0x20 || next === 0x7f) return { length: 1, keys: [named("escape")] };
  const character = String.fromCodePoint(next);
  return { length: 1 + character.length, keys: [named(`alt-${character}`)] };
}
