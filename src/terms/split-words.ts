/** One word of a command line. `quoted`: some of it stood in quotes, so that it is meant as it stands. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Split a line into words as a shell does: blanks part them, single and double quotes and a backslash hold
 * them together. Nothing is expanded. A quote that never closes ends with the line.
 */
export function splitWords(line: string): readonly Word[] {
  const words: Word[] = [];
  let text = "";
  let quoted = false;
  let quote: string | null = null;
  const close = () => {
    if (text !== "" || quoted) words.push({ text, quoted });
    text = "";
    quoted = false;
  };
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    const escapes = character === "\\" && quote !== "'" && at + 1 < line.length;
    if (escapes && isEscapable(line[at + 1]!, quote)) text += line[++at];
    else if (character === quote) quote = null;
    else if (quote === null && (character === '"' || character === "'")) {
      quote = character;
      quoted = true;
    } else if (quote === null && /\s/.test(character)) close();
    else text += character;
  }
  close();
  return words;
}

// Within double quotes a backslash before anything else stands for itself, so that patterns can be typed.
function isEscapable(next: string, quote: string | null): boolean {
  return quote === null || next === '"' || next === "\\";
}
