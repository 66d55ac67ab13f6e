import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";

export const narrowCapabilities: Rule = {
  name: "narrow-capabilities",
  severity: "warn",
  summary: "Levers whose path or name cannot be seen in the code.",
  reason: "it can only be granted for every path or name",
  hint: 'call the lever with the path or name written out: `read("rates.csv")`',
  misses: "a path that leads elsewhere through a symbolic link; paths are made real before they are granted",
  refused: [
    "export default (input, { path = 'a' }: { path?: string }, { read }) => read(path).text(); // <- here",
    "export default (input, _: object, levers) => use(levers); // <- here\nfunction use(all) { return all; }",
  ],
  allowed: [
    'export default (input, _: object, { read: open }) => open("rates.csv").text();',
    'const name = "HO" + "ME";\nexport default (input, _: object, { env }) => env(name);',
  ],
  *run(context) {
    const seen = new Set<number>();
    for (const { capability, place } of context.capabilities.asked) {
      if (!capability.endsWith(":*") || seen.has(place.start)) continue;
      seen.add(place.start);
      const what = capability.slice(0, -2);
      yield { place, message: `${quote(place, context)} asks for ${what} of anything` };
    }
  },
};
