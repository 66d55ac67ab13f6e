import type { OptionValue } from "../../terms/option.ts";
import type { Explanation } from "./explain-words.ts";

/** In one clause: which words say what the command does, what they set, and which it does not know. */
export function matchReason(
  { evidence, leftOver }: Explanation,
  values: Readonly<Record<string, OptionValue>>,
): string {
  const set = Object.entries(values).map(
    ([name, value]) => `${name}=${typeof value === "object" ? value.join(" and ") : value}`,
  );
  const clauses = [
    evidence.length > 0
      ? `${quoted(evidence.map((word) => word.text))} ${evidence.length > 1 ? "are" : "is"} what it does`
      : "",
    set.length > 0 ? `sets ${listed(set)}` : "",
    leftOver.length > 0 ? `does not know ${quoted(leftOver)}` : "",
  ];
  return clauses.filter(Boolean).join("; ") || "no word of the directive speaks for it";
}

function quoted(words: readonly string[]): string {
  return listed(words.map((word) => JSON.stringify(word)));
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
