import { hasFunction, isModule } from "./module.ts";

/** What a wrapping holds: code or a reply with code in it, or a question in words. */
export type Unwrapped =
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "question"; readonly text: string };

const STRINGS_MOST = 1000;
const DEPTH_MOST = 8;

/**
 * What a reply holds that is a JSON document: `{"code": "…"}`, a tool call with its arguments as an object or as text,
 * a list of these, a single string. Raw line ends inside strings are taken as they are meant. Null: it is no JSON, or
 * nothing of it reads like code or a question.
 */
export function unwrapJson(text: string): Unwrapped | null {
  const trimmed = text.trim();
  if (!/^[{["]/.test(trimmed)) return null;
  const strings: { readonly key: string; readonly text: string }[] = [];
  collect(parseJson(trimmed), "", 0, strings);
  const code = strings.findLast(({ text }) => isModule(text)) ?? strings.find(({ text }) => isLikeCode(text));
  if (code) return { kind: "code", text: code.text };
  const asked = strings.find(({ key, text }) => /^(?:question|clarif\w*)$/i.test(key) && text.trim() !== "");
  return asked ? { kind: "question", text: asked.text } : null;
}

function isLikeCode(text: string): boolean {
  return hasFunction(text) && /[{(]/.test(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(withEscapedLineEnds(text));
    } catch {
      return null;
    }
  }
}

function withEscapedLineEnds(text: string): string {
  let isInString = false;
  return text.replace(/\\.|["\n\t]/gs, (found) => {
    if (found === '"') isInString = !isInString;
    if (!isInString || found.length > 1 || found === '"') return found;
    return found === "\n" ? "\\n" : "\\t";
  });
}

function collect(value: unknown, key: string, depth: number, into: { key: string; text: string }[]): void {
  if (depth > DEPTH_MOST || into.length >= STRINGS_MOST) return;
  if (typeof value === "string") {
    // The arguments of a tool call are JSON again.
    const inner = /^\s*[{[]/.test(value) ? parseJson(value.trim()) : null;
    if (inner === null) into.push({ key, text: value });
    else collect(inner, key, depth + 1, into);
  } else if (value !== null && typeof value === "object") {
    for (const [name, one] of Object.entries(value)) collect(one, name, depth + 1, into);
  }
}

/**
 * A module on one line with `\n` written out where its line ends belong, as it should be; null where there is none.
 * Told from a module that has `\n` in its strings by where they stand: behind what ends a statement, or at the start.
 */
export function unescapeLines(code: string): string | null {
  const lines = code.trim().split("\n");
  if (lines.length > 2) return null;
  const text = lines.join("\n");
  if (!/(?:^|[{};,(]|\*\/|\/\*\*)\s*\\n/.test(withoutStrings(text))) return null;
  return text.replace(/\\(?:r\\n|n|t|r|"|'|\\)/g, (written) => ESCAPES[written] ?? written.slice(1));
}

const ESCAPES: Readonly<Record<string, string>> = { "\\n": "\n", "\\r\\n": "\n", "\\t": "\t", "\\r": "\n" };

/** Strings that are not escaped themselves, on one line. */
function withoutStrings(text: string): string {
  return text.replace(/(?<!\\)(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/g, "S");
}
