import { graphemes } from "./graphemes.ts";
import { controlKey, type Key, named, sequenceKey } from "./key.ts";

/** An escape that nothing follows for so long was the Escape key and not the start of a sequence. */
const ESCAPE_MS = 25;
/** A longer paste is handed over in pieces of about this many UTF-16 units. */
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
        const read = takeKey(pending);
        if (read === null) break;
        pending = read.before + pending.slice(read.length);
        for (const key of read.keys) onKey(key);
      }
      if (pending !== "" && !pending.startsWith(PASTE_START)) timer = setTimeout(giveUp, ESCAPE_MS);
    },
    reset,
  };
}

/** Keys that the input surely starts with, their length in it, and what the rest has to be read after. */
interface Taken {
  readonly length: number;
  readonly keys: readonly Key[];
  readonly before: string;
}

/** Null: wait for more. */
function takeKey(input: string): Taken | null {
  if (input.startsWith(PASTE_START)) return takePaste(input);
  if (input.startsWith("\x1b")) return takeEscape(input);
  const code = input.charCodeAt(0);
  if (code < 0x20 || code === 0x7f) return taken(1, controlKey(code));
  const run = /^[^\x00-\x1f\x7f]+/.exec(input)![0];
  const keys = [...graphemes(run)].map(({ segment }) => ({ name: segment, text: segment }));
  return taken(run.length, ...keys);
}

function takePaste(input: string): Taken | null {
  const end = input.indexOf(PASTE_END);
  if (end !== -1) {
    return taken(end + PASTE_END.length, { name: "paste", text: input.slice(PASTE_START.length, end) });
  }
  if (input.length < PASTE_MOST) return null;
  // What follows is still the paste: read as keys, its first line end would send it. The last units wait: they
  // may be half of the mark that ends it, or of a character.
  const most = input.length - PASTE_END.length;
  const length = /[\ud800-\udbff]/.test(input.charAt(most - 1)) ? most - 1 : most;
  const piece = { name: "paste", text: input.slice(PASTE_START.length, length) };
  return { length, keys: [piece], before: PASTE_START };
}

function takeEscape(input: string): Taken | null {
  const sequence = SEQUENCE.exec(input)?.[0];
  if (sequence !== undefined) {
    const key = sequenceKey(sequence);
    return taken(sequence.length, ...(key === null ? [] : [key]));
  }
  if (INCOMPLETE.test(input)) return null;
  const next = input.codePointAt(1)!;
  if (next === 0x0d || next === 0x7f) return taken(2, named(`alt-${controlKey(next).name}`));
  if (next <= 0x20) return taken(1, named("escape"));
  const character = String.fromCodePoint(next);
  return taken(1 + character.length, named(`alt-${character}`));
}

function taken(length: number, ...keys: readonly Key[]): Taken {
  return { length, keys, before: "" };
}
