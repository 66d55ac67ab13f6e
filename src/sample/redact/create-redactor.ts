import type { Replaced } from "../../terms/sample.ts";
import { isCardNumber } from "./card-number.ts";
import { shapeOfOpaque } from "./opaque.ts";
import { isPlain, looksRandom, SECRET_KINDS, type SecretKind, secretFieldKind } from "./secret-kinds.ts";

/**
 * Replaces secret values by placeholders such as `<EMAIL_1>` or `<TOKEN_1:hex~32>`: the same value by the same
 * placeholder.
 */
export interface Redactor {
  text(text: string): string;
  /** A JSON value with its keys: strings as text, whole values where the field's name says they are secret. */
  value(value: unknown, fieldName?: string): unknown;
  /** What has been replaced so far, by kind, in the order the kinds were first met. */
  replaced(): readonly Replaced[];
}

/** `known`: literal values to replace wherever they stand, longest first. */
export function createRedactor({ known }: { known: readonly string[] }): Redactor {
  const placeholders = new Map<string, string>();
  const used = new Map<string, number>();
  const counts = new Map<string, number>();

  function replace(kind: Pick<SecretKind, "name" | "placeholder" | "opaque">, value: string): string {
    counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
    let placeholder = placeholders.get(value);
    if (placeholder === undefined) {
      const number = (used.get(kind.placeholder) ?? 0) + 1;
      used.set(kind.placeholder, number);
      placeholder = `<${kind.placeholder}_${number}${kind.opaque ? `:${shapeOfOpaque(value)}` : ""}>`;
      placeholders.set(value, placeholder);
    }
    return placeholder;
  }

  function text(original: string): string {
    let result = original;
    for (const secret of known) {
      if (result.includes(secret)) result = result.replaceAll(secret, () => replace(KNOWN, secret));
    }
    for (const kind of SECRET_KINDS) result = replaceMatches(result, kind, (value) => replace(kind, value));
    return result;
  }

  function value(original: unknown, fieldName = ""): unknown {
    if (Array.isArray(original)) return original.map((item) => value(item, fieldName));
    if (original !== null && typeof original === "object") {
      return Object.fromEntries(Object.entries(original).map(([key, item]) => [text(key), value(item, key)]));
    }
    if (typeof original === "string") return string(original, fieldName);
    if (typeof original === "number" || typeof original === "bigint") return number(original, fieldName);
    return original;
  }

  function string(original: string, fieldName: string): string {
    const kind = secretFieldKind(fieldName);
    const secret = kind && (kind.strict ? !isPlain(original) : looksRandom(original));
    return secret ? replace(kind, original) : text(original);
  }

  function number(original: number | bigint, fieldName: string): unknown {
    const kind = secretFieldKind(fieldName);
    if (kind?.strict) return replace(kind, String(original));
    return isCardNumber(String(original)) ? replace(CARD, String(original)) : original;
  }

  return {
    text,
    value,
    replaced: () => [...counts].map(([kind, count]) => ({ kind, count })),
  };
}

const KNOWN = { name: "token of a known service", placeholder: "TOKEN", opaque: true } as const;
const CARD = { name: "card number", placeholder: "CARD" };

function replaceMatches(text: string, kind: SecretKind, replace: (value: string) => string): string {
  let result = "";
  let from = 0;
  for (const match of text.matchAll(kind.pattern)) {
    const [start, end] = match.indices!.groups?.value ?? match.indices![0]!;
    const value = text.slice(start, end);
    if (kind.isSecret && !kind.isSecret(value)) continue;
    result += text.slice(from, start) + replace(value);
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}
