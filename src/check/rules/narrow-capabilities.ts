// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholder is the example's own
import type { Rule } from "../rule.ts";
import { quote } from "../shared-objects.ts";

export const narrowCapabilities: Rule = {
  name: "narrow-capabilities",
  severity: "warn",
  summary: "Levers whose path or name cannot be seen in the code.",
  reason:
    "which ones it is granted must then be typed, as with `--allow-read PATH`, and each of them is open to all of the code",
  hint: 'call the lever with the path or name written out, `read("rates.csv")`, or take it from an option whose type lists the choices',
  misses: "a path that leads elsewhere through a symbolic link; paths are made real before they are granted",
  refused: [
    'export default (input, { path }: { path?: "a" | "b" }, { read }) => { path += "c"; return read(path); }; // <- here',
    "export default (input, _: object, { read }) => input.lines().flatMap((line) => read(line).lines()); // <- here",
    "export default (input, { path = 'a' }: { path?: string }, { read }) => read(path).text(); // <- here",
    "export default (input, _: object, levers) => use(levers); // <- here\nfunction use(all) { return all; }",
  ],
  allowed: [
    'export default (input, _: object, { read: open }) => open("rates.csv").text();',
    'export default (input, { which = "a.csv" }: { which?: "a.csv" | "b.csv" }, { read }) => read(which).text();',
    'export default (input, { of = "a" }: { of?: "a" | "b" }, { read }) => read(`rates/${of}.csv`).text();',
    'export default (input, _: object, { read }) => ["a.csv", "b.csv"].flatMap((path) => [...read(path).lines()]);',
    'export default (input, _: object, levers) => { const { read } = levers; return read("rates.csv").text(); };',
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
