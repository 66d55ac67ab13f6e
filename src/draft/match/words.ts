/** One word, number, quoted text or sign of a directive, and where it stands. */
export interface Word {
  /** Lower case; a quoted text without its quotes and as it is. */
  readonly text: string;
  readonly stem: string;
  readonly kind: "word" | "number" | "ordinal" | "quoted" | "sign";
  /** Of a number or ordinal: its value. */
  readonly value: number | null;
  readonly start: number;
  readonly end: number;
  /** What it stands for in its company, where that is not what it stands for alone. */
  readonly meaning?: string;
}

const TOKEN =
  /"(?<quoted>[^"]*)"|(?<=\b(?:pattern|regex|match(?:es|ing)?)(?: of)? )\/(?<regex>[^/\n]+)\/|(?<ordinal>\d+(?:st|nd|rd|th)\b)|(?<number>\d+(?:\.\d+)?)(?![\p{L}\d]|\.\d)|(?<sign>>=|<=|!=|==?|[<>~,%])|(?<word>[Tt]op(?=\d)|\d+(?:\.\d+){2,}|\p{Lu}{2,}s\b|\p{Lu}+(?!\p{Ll})\p{N}*|\p{L}\p{Ll}*\p{N}*|[\p{L}\p{N}]+)/gu;

const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
];
const MORE_NUMBERS: Record<string, number> = {
  ...{
    twelve: 12,
    dozen: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    hundred: 100,
    thousand: 1000,
  },
};
const ORDINALS = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** A directive's words in order. Names are taken apart: `order_id`, `orderId` and `order id` are two words. */
export function readWords(text: string): readonly Word[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const { quoted = match.groups?.regex, ordinal, number, sign } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (quoted !== undefined) return { text: quoted, stem: quoted, kind: "quoted", value: null, ...place };
    if (sign !== undefined) return { text: sign, stem: sign, kind: "sign", value: null, ...place };
    const lower = match[0].toLowerCase();
    const kind = ordinal ? "ordinal" : number ? "number" : kindOfWord(lower);
    const value = kind === "word" ? null : numberFor(lower);
    return { text: lower, stem: stem(lower), kind, value, ...place };
  });
}

/** A word without the endings of plural, past, -ing and -ly, so that `addresses` meets `address`. */
export function stem(word: string): string {
  const singular = word
    .replace(/(?<=.{2})ies$/, "y")
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, "")
    .replace(/(?<=[^su])s$/, "")
    .replace(/(?<=[^ius]u)s$/, "us");
  const bare = singular.replace(/(?<=.{3})(?:ing|ed)$/, "").replace(/(?<=.{3})ly$/, "");
  return bare === singular ? singular : bare.replace(/([bdgmnprt])\1$/, "$1");
}

function kindOfWord(word: string): Word["kind"] {
  if (NUMBERS.indexOf(word) > 1 || word in MORE_NUMBERS) return "number";
  return ORDINALS.includes(word) ? "ordinal" : "word";
}

function numberFor(word: string): number {
  if (/^\d/.test(word)) return Number.parseFloat(word);
  return MORE_NUMBERS[word] ?? Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word));
}
