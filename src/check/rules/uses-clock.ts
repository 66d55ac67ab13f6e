import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";

export const usesClock: Rule = {
  name: "uses-clock",
  severity: "note",
  summary: "Uses of the clock.",
  reason: "the command will not give the same result twice, so its examples cannot be compared",
  hint: "take the time from the data, or as an option",
  misses: "nothing that would matter: a clock that was not granted throws in the run",
  refused: [
    "export default () => new Date().toISOString(); // <- here",
    "export default () => Date.now(); // <- here",
    "export default (input, _: object, { now }) => now(); // <- here",
    "export default () => new Date(...[]); // <- here",
    'export default () => new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(); // <- here',
    "const Clock = Date; // <- here\nexport default () => new Clock();",
  ],
  allowed: [
    'export default () => new Date("2024-01-01").getTime() + Date.UTC(2024) + Date.parse("2024");',
    'const day = new Intl.DateTimeFormat("en", { timeZone: "UTC" });\nexport default (input) => [day.format(input.json()), new Intl.NumberFormat("en").format()];',
    "export default (x) => x instanceof Date;",
    "export default () => { const Date = { now: () => 1 }; return Date.now(); };",
    "export default () => Math.max(1, 2);",
  ],
  *run(context) {
    for (const { capability, place } of context.capabilities.asked) {
      if (capability === "clock") yield { place, message: `${quote(place, context)} reads the clock` };
    }
  },
};
