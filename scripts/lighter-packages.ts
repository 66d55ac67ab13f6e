import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** What a package does when it is loaded, and how the bundle has it instead. */
interface Lighter {
  readonly file: RegExp;
  readonly edits: readonly (readonly [now: RegExp, later: string])[];
}

/** A segmenter reads its data when it is made, some 15 ms; plain ASCII never asks for one. */
const SEGMENTER: Lighter["edits"][number] = [
  /^const (segmenter|GRAPHEME_SEGMENTER) = new Intl\.Segmenter\((.*?)\);$/m,
  "let madeSegmenter; const $1 = { segment: text => (madeSegmenter ??= new Intl.Segmenter($2)).segment(text) };",
];

const LIGHTER: readonly Lighter[] = [
  {
    // The layout engine carries its WebAssembly in its own text and would "fetch" it from there: in Node
    // that loads a whole HTTP client. Told that there is no fetch, it decodes it.
    file: /yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
    edits: [[/"function"!=typeof fetch/g, "true"]],
  },
  {
    // A pattern with every emoji is read when it is only parsed, also some 15 ms.
    file: /node_modules[\\/]string-width[\\/]index\.js$/,
    edits: [
      SEGMENTER,
      [
        /^const emojiPrefixRegex = \/(.*)\/v;$/m,
        "let madeEmoji; const emoji = () => madeEmoji ??= new RegExp(String.raw`$1`, 'v'); const emojiPrefixRegex = { test: text => emoji().test(text), exec: text => emoji().exec(text) };",
      ],
    ],
  },
  { file: /slice-ansi[\\/]tokenize-ansi\.js$/, edits: [SEGMENTER] },
  { file: /node_modules[\\/]wrap-ansi[\\/]index\.js$/, edits: [SEGMENTER] },
  { file: /ink[\\/]build[\\/]line-update\.js$/, edits: [SEGMENTER] },
  { file: /ansi-tokenize[\\/]build[\\/]tokenize\.js$/, edits: [SEGMENTER] },
];

const STRING_WIDTH = fileURLToPath(new URL("../node_modules/string-width/index.js", import.meta.url));

/**
 * Packages of the interface without what they would do before the first frame and rarely need. Ink's
 * packages also bring five copies of string-width; all get ours, so that every width is measured alike.
 */
export const lighterPackages: Plugin = {
  name: "lighter-packages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: STRING_WIDTH }));
    for (const { file, edits } of LIGHTER) {
      onLoad({ filter: file }, ({ path }) => ({ contents: edited(path, edits), loader: "js" }));
    }
  },
};

function edited(path: string, edits: Lighter["edits"]): string {
  return edits.reduce(
    (text, [now, later]) => {
      const next = text.replace(now, later);
      if (next === text) throw new Error(`${path} has nothing like ${now} any more`);
      return next;
    },
    readFileSync(path, "utf8"),
  );
}
