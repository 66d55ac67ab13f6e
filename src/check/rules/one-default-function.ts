import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";
import { child, textOf } from "../syntax-tree.ts";

export const oneDefaultFunction: Rule = {
  name: "one-default-function",
  severity: "refuse",
  summary: "A module whose default export is missing, or is not one function of input, options and levers.",
  reason: "the default export is what runs",
  hint: "write `export default function (input: Input) { … }`",
  misses: "a function that is exported and does nothing of use; the trial and the examples tell",
  refused: [
    "function main(input) { return 1; } // <- here",
    "export default 42; // <- here",
    "export default class Row {} // <- here",
    "export default (input, options, levers, more) => 1; // <- here",
    "export default (...all) => all; // <- here",
  ],
  allowed: [
    "export default function* (input) { yield 1; }",
    "const main = async (input) => 1;\nexport default main;",
    "function main(input) { return 1; }\nexport { main as default };",
    "export default ((input) => 1) satisfies (input: Input) => number;",
  ],
  *run({ tree, exported }) {
    const [first, ...others] = exported;
    if (!first) {
      yield { place: { start: 0, end: 0 }, message: "the module has no default export" };
      return;
    }
    for (const { statement } of others) {
      yield { place: statement, message: "the module has more than one default export" };
    }
    if (!first.function) {
      const message = `the default export, ${quote(first.place, { tree })}, is not a function written in this module`;
      yield { place: first.place, message };
      return;
    }
    const parameters = child(first.function, "parameters");
    const values =
      parameters?.children.filter((one) => textOf(tree, child(one, "pattern") ?? one) !== "this") ?? [];
    const extra = values[3] ?? values.find((one) => (child(one, "pattern") ?? one).type === "rest_pattern");
    if (extra) {
      const message = "the function takes more than input, options and levers";
      yield { place: extra, message, hint: "write options into the type of the second parameter" };
    }
  },
};
