import type { Rule } from "../rule.ts";
import { nodesOf } from "../syntax-tree.ts";

export const noDebugger: Rule = {
  name: "no-debugger",
  severity: "refuse",
  summary: "`debugger` and `with`.",
  reason: "the one waits for a tool that is not there, the other hides which name means what",
  hint: "leave it out",
  misses: "nothing: both are words of the language, and cannot be written another way",
  refused: [
    "export default () => {\n  debugger; // <- here\n};",
    "export default (input) => {\n  if (input) debugger; // <- here\n};",
  ],
  allowed: [
    "export default (input) => input.records().filter((row) => row.debugger);",
    'export default () => "debugger; with (a) {}";',
  ],
  *run({ tree }) {
    for (const node of nodesOf(tree, "debugger_statement")) {
      yield { place: node, message: "`debugger` stops the run" };
    }
    for (const node of nodesOf(tree, "with_statement")) {
      yield { place: node, message: "`with` makes names mean what the data says" };
    }
  },
};
