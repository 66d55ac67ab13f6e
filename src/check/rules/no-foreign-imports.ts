import { HELPERS, USUAL_HELPERS } from "../../terms/helpers.ts";
import { nearNames } from "../../terms/near.ts";
import type { CheckContext } from "../context.ts";
import type { Report, Rule } from "../rule.ts";
import { child, nodesOf, type SyntaxNode, textOf } from "../syntax-tree.ts";

const HELP = `write \`import { ${USUAL_HELPERS.join(", ")} } from "writ"\`; there are ${HELPERS.join(", ")}`;

export const noForeignImports: Rule = {
  name: "no-foreign-imports",
  severity: "refuse",
  summary: 'Imports of anything but the helpers of "writ", and exports of other modules.',
  reason: "a snippet is one file: nothing is loaded with it",
  hint: HELP,
  misses: "nothing: imports are syntax; and the sandbox holds no file that could be loaded",
  refused: [
    'import { readFileSync } from "node:fs"; // <- here\nexport default () => readFileSync("/etc/passwd");',
    'import * as writ from "writ"; // <- here\nexport default () => writ.num("1");',
    'import text from "/etc/passwd" with { type: "text" }; // <- here\nexport default () => text;',
    'import { field, fetch } from "writ"; // <- here\nexport default () => field("a", 1);',
    'import "./setup.js"; // <- here\nexport default () => 1;',
    'export * from "node:fs"; // <- here\nexport default () => 1;',
  ],
  allowed: [
    'import { field, num as toNumber } from "writ";\nexport default (input) => input.lines().map((l) => toNumber(field(l, 1)));',
    'import type { Input } from "writ";\nimport { type Options, num } from "writ";\nexport default (input: Input) => num("1");',
    "export const limit = 3;\nexport default () => limit;",
  ],
  *run(context) {
    for (const node of nodesOf(context.tree, "import_statement")) yield* judgeImport(node, context);
    for (const node of nodesOf(context.tree, "export_statement")) {
      const source = child(node, "source");
      if (!source) continue;
      const message = `another module, ${textOf(context.tree, source)}, is exported from here`;
      yield { place: node, message, hint: "export the one function, as `export default`" };
    }
  },
};

function* judgeImport(node: SyntaxNode, { tree }: CheckContext): Generator<Report> {
  const source = child(node, "source");
  if (!source) return;
  const from = textOf(tree, source).slice(1, -1);
  if (from !== "writ") {
    yield { place: node, message: `the module ${JSON.stringify(from)} is not in reach of a snippet` };
    return;
  }
  const attributes = node.children.some((one) => one.type === "import_attribute");
  const clause = node.children.find((one) => one.type === "import_clause");
  const named = clause?.children[0]?.type === "named_imports" ? clause.children[0] : undefined;
  if (attributes || !named || clause?.children.length !== 1) {
    yield { place: node, message: 'the helpers of "writ" are imported by name only' };
    return;
  }
  for (const specifier of named.children) {
    const name = textOf(tree, child(specifier, "name") ?? specifier);
    if (HELPERS.includes(name)) continue;
    const type = /^[A-Z]/.test(name);
    const [near] = nearNames(name, HELPERS);
    const help = near ? `did you mean \`${near}\`? ${HELP}` : HELP;
    const hint = type ? `a type needs no import: \`${name}\` is known where it exists` : help;
    yield { place: specifier, message: `"writ" has no helper \`${name}\``, hint };
  }
}
