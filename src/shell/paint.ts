import { visibleLine } from "../terms/visible.ts";
import type { Line, Tone } from "./line.ts";
import { type Look, lookCodes } from "./look.ts";

/** SGR parameters of each tone: the sixteen colours that every terminal theme defines. */
const COLOURED: Record<Tone, string> = {
  dim: "2",
  strong: "1",
  good: "32",
  warn: "33",
  bad: "1;31",
  accent: "36",
  standout: "1;7",
  keyword: "35",
  string: "32",
  number: "33",
  comment: "2",
  type: "36",
  function: "94",
  constant: "33",
};

/** Without colours only what must stand out does, in reverse video, which is not a colour. */
const COLOURLESS: Partial<Record<Tone, string>> = { standout: "7" };

/**
 * The bytes for a line. `colorDepth` in bits, as a terminal stream's `getColorDepth` gives it: 1 is no
 * colours. The last gate before a terminal: text is made visible here whatever was done before.
 */
export function paint(one: Line, colorDepth: number): string {
  return one
    .map(({ text, tone }) => {
      const code = codeOf(tone, colorDepth);
      return code === "" ? visibleLine(text) : `\x1b[${code}m${visibleLine(text)}\x1b[0m`;
    })
    .join("");
}

function codeOf(tone: Tone | Look | null, colorDepth: number): string {
  if (tone === null) return "";
  if (typeof tone !== "string") return lookCodes(tone, colorDepth);
  return (colorDepth > 1 ? COLOURED : COLOURLESS)[tone] ?? "";
}
