import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";

export const usesRandom: Rule = {
  name: "uses-random",
  severity: "note",
  summary: "Uses of randomness.",
  reason: "the command will not give the same result twice, so its examples cannot be compared",
  hint: "choose by the data: every nth record, or by a hash of a field",
  misses: "an order that depends on the input's own order; chance that was not granted throws in the run",
  refused: [
    "export default () => Math.random(); // <- here",
    "const { random } = Math; // <- here\nexport default () => random();",
    "export default (input, _: object, levers) => levers.random(); // <- here",
  ],
  allowed: [
    "export default () => Math.floor(1.5);",
    "const { floor, max: most } = Math;\nexport default () => floor(most(1, 2));",
    "export default () => { const Math = { random: () => 4 }; return Math.random(); };",
  ],
  *run(context) {
    for (const { capability, place } of context.capabilities.asked) {
      if (capability === "random") yield { place, message: `${quote(place, context)} is random` };
    }
  },
};
