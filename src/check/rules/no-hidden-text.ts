import { HIDDEN, visible } from "../../terms/visible.ts";
import type { Rule } from "../rule.ts";

export const noHiddenText: Rule = {
  name: "no-hidden-text",
  severity: "refuse",
  summary:
    "Characters that do not show, or that change the order in which text shows, and text pushed out of sight.",
  reason: "what is shown to you must be what runs",
  hint: "write it as an escape such as `\\u200b`, or leave it out",
  misses:
    "letters of other scripts in texts and comments, which are fine there; names are the business of no-misleading-names",
  reads: "text",
  refused: [
    'export default () => "admin\u202e\u2066"; // <- here',
    'export default () => "a\u200bb"; // <- here',
    'export default () => "a\ufe0e"; // <- here',
    "export default () => 1; // \u{e0041}\u{e0042} <- here",
    'export default () => "\u001b[2J"; // <- here',
    "export default () => 1\u2028; // <- here",
    `export default () => 1;${" ".repeat(200)}console.log(2); // <- here`,
    `export default () => 1;${"\n".repeat(99)}console.log(2); // <- here`,
  ],
  allowed: [
    'export default () => "naïve 日本語 Привет مرحبا 👋🏽 ❤️ 👨‍👩‍👧";',
    'export default () => "می‌خواهم";',
    'export default () => "⌛\ufe0e";',
    'export default () => "\\u200b\\u202e";\r\n',
    `export default () => {${" ".repeat(200)}\n  return 1; ${" ".repeat(40)}// aligned\n};${"\n".repeat(9)}`,
  ],
  *run({ source }) {
    const hidden = UNUSUAL.test(source) ? source.matchAll(EACH_HIDDEN) : [];
    for (const { index, 0: found } of hidden) {
      if (isJoiner(source, index, found) || isLineEnd(source, index, found)) continue;
      const place = { start: index, end: index + found.length };
      yield { place, message: `the character ${visible(found)} does not show` };
    }
    const outOfSight = WIDE.test(source) ? source.matchAll(OUT_OF_SIGHT) : [];
    for (const { index, 0: found } of outOfSight) {
      const place = { start: index + found.length - 1, end: index + found.length };
      const way = found.includes("\n") ? "empty lines" : "spaces";
      const hint = "put it where the rest of the code is";
      yield { place, message: `what follows is pushed out of sight by ${found.length - 1} ${way}`, hint };
    }
  },
};

// Whether there is anything to look for, in a tenth of the time.
const UNUSUAL = /[^\t\n\x20-\x7e]/;
const WIDE = /[ \t\u00a0]{100}|\n{60}/;

// A copy: `matchAll` starts where the last use of a shared expression ended.
const EACH_HIDDEN = new RegExp(HIDDEN);

// More than a window is wide or high. Each starts at the first blank, so that no blank is looked at twice.
const OUT_OF_SIGHT = /(?<![ \t\u00a0])[ \t\u00a0]{100,}[^\s]|(?<!\n)\n{60,}[^\n]/g;

// After a character that is drawn as an emoji otherwise.
const PLAIN_FORM = "\ufe0e";
// Alternatives, not one class: V8 14 does not match a class of astral characters right before an end.
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
// Scripts that join their letters, where joiners are spelling.
const JOINED =
  "\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}";
const JOINED_BEFORE = new RegExp(`[${JOINED}]\\p{M}*$`, "u");
const JOINED_AFTER = new RegExp(`^[${JOINED}]`, "u");

function isJoiner(source: string, index: number, found: string): boolean {
  if (found !== "\u200d" && found !== "\u200c" && found !== PLAIN_FORM) return false;
  const before = source.slice(Math.max(0, index - 4), index);
  const after = source.slice(index + 1, index + 3);
  if (found === PLAIN_FORM) return EMOJI_BEFORE.test(before);
  const inEmoji = found === "\u200d" && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after);
  return inEmoji || (JOINED_BEFORE.test(before) && JOINED_AFTER.test(after));
}

function isLineEnd(source: string, index: number, found: string): boolean {
  return found === "\r" && source[index + 1] === "\n";
}
