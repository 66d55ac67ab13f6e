import type { Rule } from "../rule.ts";

export const optionsNeedDefaults: Rule = {
  name: "options-need-defaults",
  severity: "note",
  summary: "Options that have no default and are not optional.",
  reason: "without a terminal to ask on, a missing option ends the run with a usage error",
  misses: "a default that makes no sense",
  refused: [
    "export default (input, { n }: { n: number }) => n; // <- here",
    "interface Options {\n  n: number; // <- here\n  m?: number;\n}\nexport default (input, options: Options) => options.n;",
  ],
  allowed: [
    "export default (input, { n = 1 }: { n: number }) => n;",
    "export default (input, { n }: { n?: number }) => n ?? 1;",
  ],
  *run({ options }) {
    for (const { kind, place, message, hint } of options.problems) {
      if (kind === "needs-value") yield { place, message, hint };
    }
  },
};
