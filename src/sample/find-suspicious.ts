import { visibleLine } from "../terms/visible.ts";

const PASSAGES_MOST = 5;
const AROUND_CHARS = 40;

/** One way in which data speaks to a model. Matched on lower-case text without hidden characters. */
interface Suspicion {
  readonly reason: string;
  readonly pattern: RegExp;
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    reason: "tells a model to drop its instructions",
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|preceding|all|any|your|these|those|the)\b.{0,30}\b(?:instructions?|prompts?|rules|directions|directives?|guidelines|restrictions)\b/,
  },
  {
    reason: "gives new instructions",
    pattern:
      /\b(?:new|updated|real|actual|hidden|additional|important) (?:instructions?|directives?|system prompt)\s?[:.-]/,
  },
  {
    reason: "speaks of a system prompt",
    pattern: /\b(?:system|developer) (?:prompt|message|instructions?)\b/,
  },
  {
    reason: "tells a model what it is",
    pattern:
      /\byou are (?:now )?(?:an? )?(?:ai|llm|large language model|language model|(?:helpful |ai )?assistant|chatbot|chatgpt|gpt|claude|gemini)\b/,
  },
  {
    reason: "speaks to a model",
    pattern:
      /\b(?:as an ai\b|(?:dear|attention|hey|note to|message (?:to|for)) (?:the )?(?:ai|llm|assistant|language model|chatgpt|claude)\b)/,
  },
  {
    reason: "imitates the turns of a conversation",
    pattern:
      /(?:^|[\n"'>.!?] ?)assistant ?:|<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id)\|>|\[\/?inst\]|<<\/?sys>>|###? ?(?:instructions?|system|response) ?:/,
  },
  {
    reason: "asks to keep something from the user",
    pattern:
      /\b(?:do not|don't|never) (?:tell|inform|mention|reveal|show|warn|alert)\b.{0,30}\b(?:user|human|operator|anyone|anybody)\b/,
  },
  {
    reason: "tells a model what to answer",
    pattern:
      /\b(?:respond|reply|answer) (?:only |just )?with\b|\binstead,? (?:output|print|write|return|generate|run|execute)\b/,
  },
  {
    reason: "asks for data to be sent away",
    pattern:
      /\b(?:exfiltrate|(?:send|upload|post|leak|forward) (?:all|the|this|your|every|its)\b.{0,60}\bto https?:)/,
  },
];

/** Characters that hide or turn text: tags, direction overrides and isolates. */
const HIDING = /[\u{e0000}-\u{e007f}\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /[\u{e0000}-\u{e007f}\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad\ufeff]/gu;

/**
 * Passages in texts that read like instructions to a model, each with the reason, visible and cut: for the
 * user's eyes. Nothing is blocked by this: what holds is that data cannot run, and that the code is shown.
 */
export function findSuspicious(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    if (HIDING.test(text)) found.add(passage("holds hidden characters", text, text.search(HIDING), 1));
    const plain = text.replace(INVISIBLE, "").normalize("NFKC").replace(/\s+/g, " ");
    for (const { reason, pattern } of SUSPICIONS) {
      const match = pattern.exec(plain.toLowerCase());
      if (match) found.add(passage(reason, plain, match.index, match[0].length));
    }
  }
  return [...found].slice(0, PASSAGES_MOST);
}

/** Every text in a JSON value: strings and keys. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsIn(item),
  ]);
}

function passage(reason: string, text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND_CHARS);
  const to = Math.min(text.length, at + length + AROUND_CHARS);
  const cut = visibleLine(text.slice(from, to).trim());
  return `${reason}: ${from > 0 ? "…" : ""}${cut}${to < text.length ? "…" : ""}`;
}
