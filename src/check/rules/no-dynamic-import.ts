import type { Rule } from "../rule.ts";
import { child, nodesOf, textOf } from "../syntax-tree.ts";

export const noDynamicImport: Rule = {
  name: "no-dynamic-import",
  severity: "refuse",
  summary: "`import(…)` and `import.meta`.",
  reason: "a snippet is one file: it loads no code, and does not know where it lies",
  hint: 'the helpers are imported by name at the top: `import { field } from "writ"`',
  misses:
    "nothing in the code that runs: both are syntax; and the sandbox holds no file that could be loaded",
  refused: [
    'export default async () => (await import("node:fs")).readFileSync("/etc/passwd"); // <- here',
    'const load = (name) => import("data:text/javascript," + name); // <- here\nexport default () => load("1");',
    "export default () => import.meta.url; // <- here",
  ],
  allowed: [
    "class Row { constructor() { if (new.target === Row) this.kind = 1; } }\nexport default () => new Row().kind;",
    "export default (input) => input.records().map((row) => row.import);",
  ],
  *run({ tree }) {
    for (const call of nodesOf(tree, "call_expression")) {
      if (child(call, "function")?.type === "import") {
        yield { place: call, message: "`import(…)` loads code while the snippet runs" };
      }
    }
    for (const node of nodesOf(tree, "meta_property")) {
      if (textOf(tree, node).startsWith("import")) {
        yield { place: node, message: "`import.meta` is not in reach of a snippet" };
      }
    }
  },
};
