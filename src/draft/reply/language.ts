/** Languages by what fences call them. What is not here is taken for what was asked for. */
const LABELS: readonly (readonly [name: string, labels: readonly string[]])[] = [
  ["Python", ["python", "py", "python3"]],
  ["a shell script", ["sh", "bash", "shell", "zsh", "console", "fish", "powershell"]],
  ["SQL", ["sql"]],
  ["jq", ["jq"]],
  ["awk", ["awk"]],
  ["Perl", ["perl", "pl"]],
  ["Ruby", ["ruby", "rb"]],
  ["Go", ["go", "golang"]],
  ["Rust", ["rust", "rs"]],
  ["Java", ["java"]],
  ["C", ["c"]],
  ["C++", ["cpp", "c++"]],
  ["C#", ["csharp", "cs", "c#"]],
  ["PHP", ["php"]],
  ["R", ["r"]],
  ["Lua", ["lua"]],
];

/** How code of other languages looks, the surest signs only: one line of it is enough. */
const LOOKS: readonly (readonly [name: string, look: RegExp])[] = [
  [
    "Python",
    /^(?:#!.*\bpython|def \w+\(.*\).*:\s*(?:#.*)?$|from [\w.]+ import \w|import (?:sys|re|csv|json|os)\b(?!.*\bfrom\b)|if __name__ ==)/,
  ],
  ["a shell script", /^(?:#!.*\b(?:ba|z|da|k)?sh\b|(?:sudo )?(?:curl|awk|grep|sed|cut|sort|cat|jq) .*\|)/],
  ["Perl", /^(?:#!.*\bperl|use strict;)/],
  ["Ruby", /^#!.*\bruby/],
  ["Go", /^package main\b/],
  ["Rust", /^fn main\(\)/],
  ["Java", /^public (?:final )?class \w/],
  ["SQL", /^\s*SELECT\b.*\bFROM\b/],
  ["PHP", /^<\?php/],
];

/** The language that a fence's label names, where that is neither TypeScript nor JavaScript; else null. */
export function labelled(label: string): string | null {
  return LABELS.find(([, labels]) => labels.includes(label))?.[0] ?? null;
}

/** The other language that a text looks like, or null. */
export function otherLanguage(text: string): string | null {
  for (const line of text.split("\n")) {
    const found = LOOKS.find(([, look]) => look.test(line));
    if (found) return found[0];
  }
  return null;
}
