import { stripVTControlCharacters } from "node:util";
import { visibleLine } from "../../terms/visible.ts";

const DETAIL_CHARS_MOST = 300;
/** A shorter piece that also stands in the prompt may be anybody's words. */
const QUOTED_CHARS_LEAST = 20;

/**
 * What a server said, as one line that can be shown and logged: without the key, without anything that looks
 * like one, and without longer pieces of the prompt, which holds the sample. A server that rewords or encodes
 * what it was sent is not caught.
 */
export function scrub(
  said: string,
  secret: { readonly key: string | null; readonly prompt: string },
): string {
  const keyless = withoutKey(said, secret.key);
  const short = oneLine(keyless.replace(LIKE_A_KEY, "(a key)")).slice(0, DETAIL_CHARS_MOST * 4);
  const line = visibleLine(withoutQuotes(short, oneLine(secret.prompt)));
  return line.length > DETAIL_CHARS_MOST ? `${line.slice(0, DETAIL_CHARS_MOST)}…` : line || "no reason given";
}

/** Also right behind an escape sequence, whose last letter would else belong to the same word. */
const LIKE_A_KEY = /(?<=\b|\u001b\[[0-9;?]*[ -/]*[@-~])(?:sk|pk)-[\w*.-]{6,}/g;

/** Text from a server that is kept or told whole, without the key that it was sent, nor in colours that part it. */
export function withoutKey(text: string, key: string | null): string {
  if (key === null || key === "") return text;
  const keyless = text.replaceAll(key, "(the key)");
  const bare = stripVTControlCharacters(keyless);
  return bare.includes(key) ? bare.replaceAll(key, "(the key)") : keyless;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Each longest piece that stands in the prompt too is taken out. */
function withoutQuotes(said: string, prompt: string): string {
  let kept = "";
  for (let at = 0; at < said.length; ) {
    const length = quotedAt(said, at, prompt);
    if (length === 0) kept += said[at++];
    else {
      kept += said.slice(at, at + length).replace(/\S(?:.*\S)?/, "(the prompt)");
      at += length;
    }
  }
  return kept;
}

function quotedAt(said: string, at: number, prompt: string): number {
  if (at + QUOTED_CHARS_LEAST > said.length) return 0;
  if (!prompt.includes(said.slice(at, at + QUOTED_CHARS_LEAST))) return 0;
  let least = QUOTED_CHARS_LEAST;
  let most = said.length - at;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (prompt.includes(said.slice(at, at + middle))) least = middle;
    else most = middle - 1;
  }
  return least;
}
