/** TypeScript or JavaScript that is right, and that the check cannot read or the engine cannot run. */
interface Unread {
  readonly looks: RegExp;
  readonly what: string;
  readonly hint: string;
}

// Looked for in the line where reading fails. The first that fits counts.
const UNREAD: readonly Unread[] = [
  {
    looks: /\bimport\s+(?:defer|source)\b/,
    what: "an import that is put off",
    hint: 'write `import { field } from "writ"`',
  },
  {
    looks: /\baccessor\b/,
    what: "an `accessor` field, which is not JavaScript yet",
    hint: "write the field alone, or `get x() { … }` and `set x(value) { … }`",
  },
  {
    looks: /\busing\b/,
    what: "`using` in a form that is rare",
    hint: "write `using name = value`, or `const` and close it in a `finally`",
  },
  { looks: /<\s*const\s*>/, what: "an assertion in angle brackets", hint: "write `value as const`" },
  {
    looks: /<[\w.[\]| ]+>\s*[\w("'[{]/,
    what: "an assertion in angle brackets, or JSX",
    hint: "write `value as Type`; there is no JSX",
  },
  {
    looks: /<\s*(?:in|out)\b/,
    what: "`in` and `out` before a type parameter",
    hint: "leave them out: they change nothing",
  },
  { looks: /\bexport\s+as\s+namespace\b/, what: "an export for scripts", hint: "leave it out" },
];

/** What stands where reading fails, and how to write it, where that is known by its looks. */
export function unreadSyntax(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
): Unread | undefined {
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = source.indexOf("\n", Math.max(end, lineStart + 1) - 1);
  const line = source.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).slice(0, LINE_MOST);
  return UNREAD.find(({ looks }) => looks.test(line));
}

// What stands further along the line is not what is wrong.
const LINE_MOST = 2000;
