import { ALLOWED_GLOBALS } from "../../terms/globals.ts";
import type { Rule } from "../rule.ts";
import { nodesOf, textOf } from "../syntax-tree.ts";

export const noMisleadingNames: Rule = {
  name: "no-misleading-names",
  severity: "refuse",
  summary: "Names written with escapes, or with letters that look like others.",
  reason: "a name must be what it looks like",
  hint: "write the name with plain letters of one script",
  misses: "words of one script that are easily confused, such as `data` and `date`",
  refused: [
    "export default () => \\u0065scape(1); // <- here\nfunction escape(n) { return n; }",
    "export default (input) => input.\\u{6c}ines(); // <- here",
    "const s\u0441ope = 1; // <- here\nexport default () => 1;",
    "const \u0441\u043e\u0440 = 1, cop = 2; // <- here\nexport default () => cop;",
    "const \u{1d41a}bc = 1; // <- here\nexport default () => 1;",
    "const x\u01c3 = 1; // <- here\nexport default () => 1;",
    "const e\u0301 = 1; // <- here\nexport default () => 1;",
  ],
  allowed: [
    "const größe = 1, 大小 = 2, размер = 3;\nexport default () => größe + 大小 + размер;",
    'const text = "\\u0065scaped";\nexport default () => text;',
    "const Δt = 1, µs = 2;\nexport default () => Δt + µs;",
    "const сор = 1;\nexport default () => сор;",
  ],
  *run({ tree }) {
    let plain: ReadonlySet<string> | undefined;
    for (const node of nodesOf(tree, ...NAMES)) {
      const name = textOf(tree, node);
      if (PLAIN.test(name)) continue;
      if (name.includes("\\")) yield { place: node, message: `the name ${name} is written with escapes` };
      else if (LATIN.test(name) && ALIKE.test(name)) {
        const odd = [...name].filter((letter) => ALIKE.test(letter)).map(codePoint);
        const message = `the name ${name} mixes scripts: ${odd.join(", ")} among Latin letters`;
        yield { place: node, message };
      } else if (name.normalize("NFKC") !== name.replace(/[µªº]/g, (one) => one.normalize("NFKC"))) {
        yield { place: node, message: `the name ${name} has letters that stand for others` };
      } else if (PUNCTUATION.test(name)) {
        yield { place: node, message: `the name ${name} has a letter that looks like punctuation` };
      } else {
        plain ??= new Set(nodesOf(tree, ...NAMES).map((one) => textOf(tree, one)));
        const double = [...name].map((letter) => DOUBLES.get(letter) ?? letter).join("");
        if (double !== name && (plain.has(double) || ALLOWED_GLOBALS.includes(double))) {
          yield { place: node, message: `the name ${name} looks like ${double}, and is another` };
        }
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

// ǃ ǀ ǁ ǂ and letters that are drawn as quotes and colons.
const PUNCTUATION = /[\u01c0-\u01c3\u02b9-\u02bf\u02c8\u02d0\ua789\ua78a\ua78b\ua78c]/u;

// Letters that are drawn like Latin ones in most fonts, after Unicode's confusables (UTS 39).
const DOUBLES = new Map(
  [
    ["авеоруѕіјхсһԁԛԝ", "abeopysijxchdqw"],
    ["АВЕЅІЈКМНОРСТХУ", "ABESIJKMHOPCTXY"],
    ["οαιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaiABEZHIKMNOPTYX"],
  ].flatMap(([like, latin]) => [...like!].map((letter, i) => [letter, latin![i]!] as const)),
);

function codePoint(letter: string): string {
  return `${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`;
}
