import type { Rule } from "../rule.ts";
import { nodesOf, textOf } from "../syntax-tree.ts";

export const noMisleadingNames: Rule = {
  name: "no-misleading-names",
  severity: "refuse",
  summary: "Names written with escapes, and names that mix letters of scripts that look alike.",
  reason: "a name must be what it looks like",
  hint: "write the name with plain letters of one script",
  refused: [
    "export default () => \\u0065scape(1); // <- here\nfunction escape(n) { return n; }",
    "export default (input) => input.\\u{6c}ines(); // <- here",
    "const s\u0441ope = 1; // <- here\nexport default () => 1;",
  ],
  allowed: [
    "const größe = 1, 大小 = 2, размер = 3;\nexport default () => größe + 大小 + размер;",
    'const text = "\\u0065scaped";\nexport default () => text;',
    "const Δt = 1;\nexport default () => Δt;",
  ],
  *run({ tree }) {
    for (const node of nodesOf(tree, ...NAMES)) {
      const name = textOf(tree, node);
      if (PLAIN.test(name)) continue;
      if (name.includes("\\")) yield { place: node, message: `the name ${name} is written with escapes` };
      else if (LATIN.test(name) && ALIKE.test(name)) {
        const odd = [...name].filter((letter) => ALIKE.test(letter)).map(codePoint);
        yield {
          place: node,
          message: `the name ${name} mixes scripts: ${odd.join(", ")} among Latin letters`,
        };
      }
    }
  },
};

const NAMES = [
  ...["identifier", "property_identifier", "private_property_identifier", "statement_identifier"],
  ...["shorthand_property_identifier", "shorthand_property_identifier_pattern"],
];
const PLAIN = /^[\w$#]+$/;
const LATIN = /\p{Script=Latin}/u;
// Cyrillic, Armenian, Cherokee, and the lower-case Greek that is drawn like Latin: letters with Latin doubles.
const ALIKE =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}ονικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]|[\uff21-\uff5a]/u;

function codePoint(letter: string): string {
  return `${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`;
}
