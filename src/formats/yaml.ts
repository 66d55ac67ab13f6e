import { documentFormat, filledLines } from "./document.ts";

/**
 * YAML 1.2, its core schema: documents are records, of a list its items. Dates stay text, `<<` merges. By itself
 * only what begins with `---`, or with a key over an indented block, is taken for it.
 */
export const yaml = documentFormat(
  "yaml",
  /^(?:---|%YAML |[\w-]+:$|(?:apiVersion|version|name|services): )/m,
  (head) => {
    const [first = "", second = ""] = filledLines(head);
    if (/^(?:---(?: |$)|%YAML )/.test(first) && /^(?:\s*- )?\s*[\w"'./-]+:(?: |$)/.test(second))
      return "it begins as YAML documents do";
    if (/^[\w-]+:$/.test(first) && /^\s+(?:- )?[\w"'./-]+:(?: |$)/.test(second))
      return "its first line is a key, and an indented one follows";
    return /^(?:apiVersion|version|name|services): /.test(first) && /^[\w-]+:(?: |$)/.test(second)
      ? "its first lines are keys with values of YAML"
      : null;
  },
);
