import { ALLOWED_GLOBALS } from "../../terms/globals.ts";
import { whyNot } from "../known-globals.ts";
import type { Rule } from "../rule.ts";
import type { Reference } from "../scopes.ts";

export const noUnknownGlobals: Rule = {
  name: "no-unknown-globals",
  severity: "refuse",
  summary: "Names that are declared nowhere in the snippet and are not on the list of allowed globals.",
  reason: "a snippet has its input, its options, what was granted, and standard JavaScript: nothing else",
  misses: "what an allowed global leads to; no-unknown-members and no-constructor-access look at that",
  refused: [
    'export default async () => (await fetch("http://localhost")).text(); // <- here',
    'export default () => globalThis["ev" + "al"]("1"); // <- here',
    "export default () => process.env.HOME; // <- here",
    'export default (input) => read("rates.csv").text(); // <- here',
    "export default () => {\n  setTimeout(() => {}, 1000); // <- here\n};",
    "declare const Deno: any;\nexport default () => Deno.cwd(); // <- here",
    "function f(a = process) { // <- here\n  var process = 1;\n  return a;\n}\nexport default () => f();",
    "export default () => { { let process = 1; } return process; }; // <- here",
    "export default () => typeof require; // <- here",
    'export default () => { if (false) { fetch("http://localhost"); } return 1; }; // <- here',
    "class Row {\n  static { process; } // <- here\n  name = 1;\n}\nexport default () => new Row();",
    'export default () => new Worker("data:text/javascript,1"); // <- here',
    'export default () => new Blob(["1"]); // <- here',
    "export default () => new WebAssembly.Module(new Uint8Array(8)); // <- here",
    "export default () => { try { null(); } catch (process) { process; } return process; }; // <- here",
  ],
  allowed: [
    "export default (input) => { const fetch = (x) => x; return fetch(later(1)); };\nfunction later(n) { return n; }",
    "export default ({ lines: process }, { window = 1, ...rest } = {}) => [process, window, rest];",
    "export default () => { outer: for (const x of [1]) { for (const y of [x]) { if (y) continue outer; } } };",
    "export default () => { try { return { require: 1 }.require; } catch (self) { return self; } };",
    "export default function () { return arguments.length; }",
    "class Deno<T> { global: T | undefined; }\ntype Window = typeof globalThis;\nexport default () => new Deno<Window>();",
    "export default () => { try { null(); } catch ({ message, name: process = 1 }) { return [message, process]; } };",
  ],
  *run({ scopes }) {
    const unknown = new Map<string, Reference[]>();
    for (const reference of scopes.references) {
      if (reference.binding || ALLOWED.has(reference.name)) continue;
      const others = unknown.get(reference.name);
      if (others) others.push(reference);
      else unknown.set(reference.name, [reference]);
    }
    for (const [name, [first, ...others]] of unknown) {
      const again =
        others.length > 0 ? ` (and ${others.length} more ${others.length === 1 ? "time" : "times"})` : "";
      yield {
        place: first!.node,
        message: `\`${name}\` is not in reach of a snippet${again}`,
        ...whyNot(name),
        related: others
          .slice(0, SHOWN_MOST)
          .map(({ node }) => ({ place: node, message: `\`${name}\` again` })),
      };
    }
  },
};

const SHOWN_MOST = 5;

// `eval` and `Function` are the business of no-code-from-strings.
const ALLOWED = new Set([...ALLOWED_GLOBALS, "arguments", "eval", "Function"]);
