import type { Rule } from "../rule.ts";

export const noSyntaxError: Rule = {
  name: "no-syntax-error",
  severity: "refuse",
  summary: "Text that does not parse.",
  reason: "what cannot be read cannot be judged",
  misses: "text that parses and means something else than it seems",
  reads: "text",
  refused: [
    "export default (input) => input.lines(;  // <- here",
    "export default function (input) {  // <- here\n  return 1;\n",
    "export default () => `unterminated; // <- here",
    "export default () => {\n  using file = 1; // <- here\n};",
  ],
  allowed: [
    'export default (input) => input.lines().filter((line) => line.includes("("));',
    "interface Box<T> { value: T }\nexport default (input: Input): Box<number> => ({ value: 1 });",
  ],
  *run({ problems }) {
    for (const { start, end, message, hint } of problems) {
      yield { place: { start, end }, message, ...(hint && { hint }) };
    }
  },
};
