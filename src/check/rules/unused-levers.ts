import type { Rule } from "../rule.ts";

export const unusedLevers: Rule = {
  name: "unused-levers",
  severity: "note",
  summary: "Levers that are taken and not used.",
  reason: "what is not used is not granted, so that its name says more than the code does",
  hint: "leave it out of the third parameter",
  misses: "a lever that is named and never called",
  refused: [
    'export default (input, _: object, { read, env }) => read("a.csv").text(); // <- here',
    "export default (input, _: object, levers) => input.lines(); // <- here",
    "export default (input, _: object, levers) => {\n  const { now } = levers; // <- here\n  return 1;\n};",
  ],
  allowed: [
    'export default (input, _: object, { read, env: variable }) => read("a.csv").text() + variable("HOME");',
    "export default (input, _: object, _levers) => input.lines();",
    "export default (input, _: object, levers) => { const { now } = levers; return now(); };",
  ],
  *run({ capabilities }) {
    for (const { name, place } of capabilities.unused) yield { place, message: `\`${name}\` is not used` };
  },
};
