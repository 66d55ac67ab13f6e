import type { Rule } from "../rule.ts";

export const knownLevers: Rule = {
  name: "known-levers",
  severity: "refuse",
  summary: "Levers that do not exist.",
  reason: "the third parameter holds what was granted, and only this can be",
  hint: "the levers are read(path), write(path, data), env(name), now() and random()",
  misses:
    "a lever taken from an object that holds the levers under another key; then all of them are asked for, and calling one that does not exist fails in the run",
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
