import type { Rule } from "../rule.ts";

export const knownLevers: Rule = {
  name: "known-levers",
  severity: "refuse",
  summary: "Levers that do not exist.",
  reason: "the third parameter holds what was granted, and only this can be",
  hint: "the levers are read(path), write(path, data), env(name), now() and random()",
  refused: [
    'export default (input, _: object, { fetch }) => fetch("http://localhost"); // <- here',
    'export default (input, _: object, levers) => levers.run("ls"); // <- here',
  ],
  allowed: [
    'export default (input, _: object, { read }) => read("a.txt").text();',
    'export default (input, _: object, levers) => levers["e" + "nv"]("HOME");',
  ],
  *run({ capabilities }) {
    for (const { name, place } of capabilities.unknown) {
      yield { place, message: `there is no lever \`${name}\`` };
    }
  },
};
