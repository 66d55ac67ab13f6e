import type { Rule } from "../rule.ts";

export const optionsOnCommandLine: Rule = {
  name: "options-on-command-line",
  severity: "refuse",
  summary: "Options whose type cannot be given on a command line.",
  reason: "the type of the second parameter is the command line: each option must be sayable there",
  misses: "a type that can be said and whose values the code does not handle",
  refused: [
    "export default (input, { where }: { where: Date }) => where; // <- here",
    "export default (input, options: any) => options; // <- here",
    "export default (input, options) => options.n; // <- here",
    "export default (input, { n }) => n; // <- here",
    "export default (input, { _n = 1 } = {}) => _n; // <- here",
    'export default (input, { by }: { by: "a" | 1 }) => by; // <- here',
    "export default (input, { where }: { where?: { status: number } }) => where; // <- here",
    "export default (input, { id }: { id?: 1n }) => id; // <- here",
    "export default (input, { n, m }: { n?: number; n?: string; m?: number }) => [n, m]; // <- here",
    "export default (input, options: { [name: string]: string }) => options.a; // <- here",
    "interface Base { n?: number }\ninterface Options extends Base { m?: number }\nexport default (input, { m = 1 }: Options) => m; // <- here",
  ],
  allowed: [
    'type By = "requests" | "bytes";\ninterface Options { n?: number; by?: By; fields?: readonly string[]; deep?: boolean }\nexport default (input, { n = 10, by = "requests", fields = [], deep = false }: Options) => [n, by, fields, deep];',
    'export default (input, { n = 10, by = "x", tags = ["a"], deep = false } = {}) => [n, by, tags, deep];',
    "export default (input, { least }: { least?: number | undefined } = {}) => least;",
    "export default (input, _: Record<string /* none */, never>, { now }) => now();",
    "export default (input: Input, options: { n?: number }) => options.n ?? 10;",
  ],
  *run({ options }) {
    for (const { kind, place, message, hint } of options.problems) {
      if (kind === "inexpressible") yield { place, message, hint };
    }
  },
};
