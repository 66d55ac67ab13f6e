import type { CheckContext } from "../context.ts";
import type { Report, Rule } from "../rule.ts";

// The one import of types there may be, in the text that was erased.
const OWN_TYPES = /\bimport\s+type\s*\{[^{}]*\}\s*from\s*(?:"writ"|'writ')/g;
// Whatever else names a module there: imports of any form, `import("…")` types, re-exports, module declarations.
const MODULES = /\bimport\b|\bfrom\s*["'`]|\bmodule\s*["'`]|\brequire\s*\(/g;
const DIRECTIVE = /^[ \t]*\/\/\/[ \t]*<.*$/gm;

export const noForeignTypes: Rule = {
  name: "no-foreign-types",
  severity: "refuse",
  summary: "Types taken from another file: `import type`, `import(…)` types, `/// <reference …>`.",
  reason: "the type checker would read that file, and its messages would tell what is in it",
  hint: 'write the type down in the snippet itself; `import type { Input } from "writ"` is allowed',
  misses: "nothing that the type checker would read: it is also told to follow no import",
  refused: [
    'import type * as secrets from "/home/ada/secrets.ts"; // <- here\nconst key: typeof secrets.key = 5;\nexport default () => key;',
    'import type { Key } from "./keys.ts"; // <- here\nexport default (input: Input, { key = "" }: { key?: Key }) => key;',
    'type Settings = typeof import("/home/ada/settings.json"); // <- here\nexport default () => 5 as unknown as Settings;',
    'export default () => 5 as unknown as import /* types only */ ("../x.ts").X; // <- here',
    'export type { X } from "../x.ts"; // <- here\nexport default () => 1;',
    '/// <reference path="/home/ada/secrets.ts" /> // <- here\nexport default () => 1;',
    'declare module "writ" { export function all(): string; } // <- here\nexport default () => 1;',
  ],
  allowed: [
    'import type { Input, InputFile } from "writ";\nexport default (input: Input) => input.files.map((file: InputFile) => file.name);',
    'import { type Input, num } from "writ";\nexport default (input: Input) => input.lines().map((line) => num(line));',
    "/// three slashes, and no directive\ninterface Move { from: string; to: string; module?: string }\nexport default (input: Input) => input.records<Move>().map(({ from }) => from);",
  ],
  *run(context) {
    for (const match of context.source.matchAll(DIRECTIVE)) {
      yield report(match.index, match[0], "`///` with a directive reads another file");
    }
    for (const match of erasedText(context).replace(OWN_TYPES, blank).matchAll(MODULES)) {
      yield report(match.index, match[0], "a type from another module is not in reach of a snippet");
    }
  },
};

/**
 * What the type stripper took out, in its place; blanks for what runs. Comments in it count too: telling them
 * from strings would be one more parser that can be wrong.
 */
function erasedText({ source, javascript }: CheckContext): string {
  if (javascript === null || javascript === source) return "";
  let erased = "";
  for (let at = 0; at < source.length; ) {
    const same = source.charCodeAt(at) === javascript.charCodeAt(at);
    const start = at;
    while (at < source.length && (source.charCodeAt(at) === javascript.charCodeAt(at)) === same) at++;
    erased += same ? " ".repeat(at - start) : source.slice(start, at);
  }
  return erased;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function report(start: number, text: string, message: string): Report {
  return { place: { start, end: start + text.trimEnd().length }, message };
}
