/** What a reply in words is. */
export type Words = "question" | "refusal" | "words";

const REFUSES =
  /\b(?:I|we)(?:['’]m| am| are)?\s+(?:sorry,? (?:but )?I\s+)?(?:can(?:no|['’])t|can not|won['’]t|will not|unable to|not able to|must decline to|have to decline to|decline to)\s+(?:\w+ly\s+)?(?:help|assist|do (?:that|this)|comply|fulfil+|provide|create|write|generate|produce|support|answer|process|continue)\b/i;

/** The end of what is said is what counts. */
const WORDS_CHARS_MOST = 4000;

/**
 * A refusal may end in a question that is only polite, so it is looked for first. A question ends a line of the first
 * or the last paragraph.
 */
export function wordsOf(whole: string): Words {
  const text = whole.trim().slice(-WORDS_CHARS_MOST);
  if (REFUSES.test(text)) return "refusal";
  const paragraphs = text.split(/\n\s*\n/);
  const ends = [paragraphs[0]!, paragraphs.at(-1)!];
  return ends.some((one) => /\?[)"'*_ \t]*$/m.test(one)) ? "question" : "words";
}
