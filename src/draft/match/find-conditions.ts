import type { Sample } from "../../terms/sample.ts";
import type { FieldMention } from "./field-mentions.ts";
import { isStopWord, isTurningWord } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** A condition in a directive as `select` writes it: `status>=500`, from the words `from` up to `to`. */
export interface Condition {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const SIGNS: readonly (readonly [words: string, sign: string])[] = [
  ...(["at least", "no less than"].map((words) => [words, ">="]) as [string, string][]),
  ...(["at most", "no more than"].map((words) => [words, "<="]) as [string, string][]),
  ...(["more than", "greater than", "higher than", "larger than", "over", "above"].map((words) => [
    words,
    ">",
  ]) as [string, string][]),
  ...(["less than", "lower than", "smaller than", "below", "under"].map((words) => [words, "<"]) as [
    string,
    string,
  ][]),
  ...(["equal to", "equals", "equal", "==", "="].map((words) => [words, "="]) as [string, string][]),
  ...(["not equal to", "not", "!="].map((words) => [words, "!="]) as [string, string][]),
  ...(["contains", "containing", "includes", "including"].map((words) => [words, "~"]) as [string, string][]),
  ...(["starts with", "starting with", "begins with", "beginning with"].map((words) => [words, "~^%"]) as [
    string,
    string,
  ][]),
  ...(["ends with", "ending with", "ends in", "ending in"].map((words) => [words, "~%$"]) as [
    string,
    string,
  ][]),
  ...([">=", "<=", ">", "<"].map((sign) => [sign, sign]) as [string, string][]),
];

/** Two words behind a value: "500 or more". */
const AFTER: readonly (readonly [words: string, sign: string])[] = [
  ...(["or more", "or above", "or higher", "or greater", "and above", "and up"].map((words) => [
    words,
    ">=",
  ]) as [string, string][]),
  ...(["or less", "or below", "or lower", "or fewer", "and below"].map((words) => [words, "<="]) as [
    string,
    string,
  ][]),
];

/**
 * Simple conditions on fields: "with status 404", "where the amount is over 100", "status >= 500", "whose
 * method is POST". What is said otherwise is not guessed at: its words stay unexplained.
 */
export function findConditions(
  source: string,
  words: readonly Word[],
  mentions: readonly FieldMention[],
  sample: Sample | null,
): readonly Condition[] {
  const found: Condition[] = [];
  for (const mention of mentions) {
    const condition = conditionAt(source, words, mention, isNumeric(sample, mention.field), found.at(-1));
    if (condition) found.push(condition);
    else found.push(...between(words, mention));
  }
  return found;
}

function conditionAt(
  source: string,
  words: readonly Word[],
  mention: FieldMention,
  numeric: boolean,
  last: Condition | undefined,
): Condition | null {
  if (mention.grouping) return null;
  const verb = /^(?:is|are|was|of)$/.test(words[mention.to]?.text ?? "");
  const afterVerb = mention.to + (verb ? 1 : 0);
  const sign = SIGNS.find(([phrase]) => textAt(words, afterVerb, phrase));
  const isSaid =
    sign !== undefined || (verb && words[mention.to]!.text !== "of") || hasCue(words, mention, last);
  const at = afterVerb + (sign ? sign[0].split(" ").length : 0);
  const value = valueAt(source, words, at);
  const after = value && !sign ? AFTER.find(([phrase]) => textAt(words, value.to, phrase)) : undefined;
  if (!value || !(isSaid || after)) return null;
  const by = sign?.[1] ?? after?.[1] ?? "=";
  const isMatched = by.startsWith("~");
  if (isMatched && !/^[\w./-]+$/.test(value.text)) return null;
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(value.text);
  if ((/[<>]/.test(by) || (numeric && !isMatched)) && !isNumber) return null;
  const wanted = isMatched ? value.text.replaceAll(".", "\\.") : value.text;
  const text = by.includes("%") ? by.replace("%", () => wanted) : `${by}${wanted}`;
  return { text: `${mention.field}${text}`, from: mention.from, to: value.to + (after ? 2 : 0) };
}

// "price between 50 and 200": both ends belong to it.
function between(words: readonly Word[], { field, to }: FieldMention): readonly Condition[] {
  const at = /^(?:is|are|was)$/.test(words[to]?.text ?? "") ? to + 1 : to;
  const [least, and, most] = words.slice(at + 1, at + 4);
  const isRange = textAt(words, at, "between") && and?.text === "and";
  if (!isRange || least?.kind !== "number" || most?.kind !== "number") return [];
  const range = { from: to - 1, to: at + 4 };
  return [
    { text: `${field}>=${least.value}`, ...range },
    { text: `${field}<=${most.value}`, ...range },
  ];
}

function hasCue(words: readonly Word[], mention: FieldMention, last: Condition | undefined): boolean {
  let before = mention.from - 1;
  while (/^(?:the|a|an|its)$/.test(words[before]?.text ?? "")) before--;
  const cue = words[before]?.text ?? "";
  return /^(?:with|where|whose|having|when|for)$/.test(cue) || (cue === "and" && last?.to === before);
}

function textAt(words: readonly Word[], at: number, phrase: string): boolean {
  return phrase.split(" ").every((text, i) => words[at + i]?.text === text);
}

const NO_VALUE =
  /^(?:missing|empty|null|none|present|set|unset|unknown|given|known|a|an|the|or|contains|starts|begins|ends|matches|includes)$/;

// As it stands in the directive, up to white space: `POST`, `/api/v1`, `a.b@c`.
function valueAt(source: string, words: readonly Word[], at: number): { text: string; to: number } | null {
  const word = words[at];
  if (!word || word.kind === "sign" || word.kind === "ordinal") return null;
  if (word.kind === "quoted") return { text: word.text, to: at + 1 };
  if (NO_VALUE.test(word.text) || isTurningWord(word.text) || (isStopWord(word) && word.kind === "word"))
    return null;
  const start = /[/.]/.test(source[word.start - 1] ?? "") ? word.start - 1 : word.start;
  const text = /^[^\s,;]+/.exec(source.slice(start))![0].replace(/[.?!]+$/, "");
  const to = words.findIndex((one) => one.start >= start + text.length);
  return { text, to: to === -1 ? words.length : to };
}

function isNumeric(sample: Sample | null, name: string): boolean {
  return sample?.fields.find((field) => field.name === name)?.types[0] === "number";
}
