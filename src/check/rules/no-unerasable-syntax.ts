import type { CheckContext } from "../context.ts";
import type { Report, Rule } from "../rule.ts";
import { nodesOf, type SyntaxNode, textOf } from "../syntax-tree.ts";

export const noUnerasableSyntax: Rule = {
  name: "no-unerasable-syntax",
  severity: "refuse",
  summary: "TypeScript that stands for code of its own, and decorators.",
  reason: "types are blanked in place, so that the code that runs is the code that was read",
  misses: "nothing: what cannot be blanked has no JavaScript, and without that nothing runs",
  refused: [
    "enum Level { Low, High } // <- here\nexport default () => Level.Low;",
    "namespace Names { export const first = 1; } // <- here\nexport default () => Names.first;",
    "class Box { constructor(private readonly value: number) {} } // <- here\nexport default () => 1;",
    'import fs = require("fs"); // <- here\nexport default () => fs;',
    "@sealed // <- here\nclass Box {}\nexport default () => Box;\nfunction sealed() {}",
    "export default (input) => (<any>input).text(); // <- here",
  ],
  allowed: [
    'const Level = { Low: 0, High: 1 } as const;\ntype Name = keyof typeof Level;\nexport default () => Level["Low" as Name];',
    "class Box {\n  readonly value: number;\n  constructor(value: number) { this.value = value; }\n}\nexport default () => new Box(1).value;",
    "declare const later: number;\nabstract class Shape { abstract area(): number }\nexport default () => Shape.name;",
  ],
  *run(context) {
    for (const [type, { name, hint }] of Object.entries(FORMS)) {
      for (const node of nodesOf(context.tree, type)) {
        yield { place: head(node), message: `${name} cannot be blanked in place`, hint };
      }
    }
    for (const node of nodesOf(context.tree, "decorator")) {
      const hint = "call the function yourself: `const Box = sealed(class { … })`";
      yield { place: node, message: "a decorator is not JavaScript yet", hint };
    }
    yield* parameterProperties(context);
    yield* exportAssignments(context);
  },
};

const FORMS: Record<string, { readonly name: string; readonly hint: string }> = {
  enum_declaration: {
    name: "an enum",
    hint: "write an object: `const Level = { Low: 0, High: 1 } as const`, or a union of texts",
  },
  internal_module: { name: "a namespace", hint: "write its members at the top level" },
  module: { name: "a namespace", hint: "write its members at the top level" },
  import_alias: { name: "an import alias", hint: "write `const a = B.C`" },
  import_require_clause: { name: "`import … = require(…)`", hint: 'write `import { field } from "writ"`' },
  type_assertion: { name: "an assertion in angle brackets", hint: "write `value as Type`" },
};

function* parameterProperties({ tree }: CheckContext): Generator<Report> {
  for (const node of nodesOf(tree, "required_parameter", "optional_parameter")) {
    const isProperty =
      node.tokens.includes("readonly") || node.children.some((one) => one.type === "accessibility_modifier");
    if (!isProperty) continue;
    const hint = "declare the field, and assign it in the constructor: `this.value = value`";
    yield { place: node, message: "a parameter property cannot be blanked in place", hint };
  }
}

function* exportAssignments({ tree }: CheckContext): Generator<Report> {
  for (const node of nodesOf(tree, "export_statement")) {
    if (!/^export\s*=/.test(textOf(tree, node))) continue;
    const hint = "write `export default function (input) { … }`";
    yield { place: node, message: "`export =` cannot be blanked in place", hint };
  }
}

function head(node: SyntaxNode): { start: number; end: number } {
  const body = node.children.find((one) => one.field === "body") ?? node.children[1];
  return { start: node.start, end: body ? body.start : node.end };
}
