import type { Rule } from "../rule.ts";

export const noSyntaxError: Rule = {
  name: "no-syntax-error",
  severity: "refuse",
  summary: "Text that does not parse, and syntax that the check cannot read yet.",
  reason: "what cannot be read cannot be judged",
  misses:
    "text that parses and means something else than it seems, and mistakes that only its meaning shows, such as a name that is declared twice: the types stage tells",
  reads: "text",
  refused: [
    "export default (input) => input.lines(;  // <- here",
    "export default function (input) {  // <- here\n  return 1;\n",
    "export default () => `unterminated; // <- here",
    "class Row {\n  accessor n = 1; // <- here\n}\nexport default () => new Row().n;",
    'import defer * as writ from "writ"; // <- here\nexport default () => 1;',
  ],
  allowed: [
    'export default (input) => input.lines().filter((line) => line.includes("("));',
    "export default () => {\n  using file = { [Symbol.dispose]() {} };\n  return file;\n};",
    "export default async (input) => {\n  for (await using row of input.records()) return row;\n};",
    "interface Box<in out T> { value: T }\ntype Get<out T> = () => T;\nexport default (input, { n = 1 }: { n?: number }) => n;",
    "interface Box<T> { value: T }\nexport default (input: Input): Box<number> => ({ value: 1 });",
  ],
  *run({ problems }) {
    for (const { start, end, message, hint } of problems) {
      yield { place: { start, end }, message, ...(hint && { hint }) };
    }
  },
};
