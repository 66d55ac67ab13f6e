import type { Rule } from "../rule.ts";
import { outward } from "../syntax-tree.ts";

export const noCodeFromStrings: Rule = {
  name: "no-code-from-strings",
  severity: "refuse",
  summary: "`eval` and `Function`.",
  reason: "code that is made while the snippet runs was read by nobody",
  hint: "write the code itself; for a table of operations, an object of functions",
  misses:
    "`Function` reached through a key that is put together while the snippet runs; the engine refuses to make code of text whatever it is called",
  refused: [
    'export default () => eval("1 + 1"); // <- here',
    'const run = eval; // <- here\nexport default () => run("1");',
    'export default () => new Function("return process")(); // <- here',
    "export default () => Function.prototype.call; // <- here",
    'class Made extends Function {} // <- here\nexport default () => new Made("return 1");',
    'export default () => { return 1; eval("2"); }; // <- here',
  ],
  allowed: [
    "const evaluate = { add: (a, b) => a + b };\nexport default () => evaluate.add(1, 2);",
    'export default (input, { expression = "eval" }: { expression?: string }) => expression;',
    "export default (value) => value instanceof Function;",
    "type Make = Function;\nexport default (input: Make) => typeof input;",
  ],
  *run({ scopes }) {
    for (const { name, node, binding } of scopes.references) {
      if (binding || (name !== "eval" && name !== "Function")) continue;
      const { parent, held } = outward(node);
      const isTest = parent?.tokens.includes("instanceof") && held.field === "right";
      if (!isTest) yield { place: node, message: `\`${name}\` makes code out of text` };
    }
  },
};
