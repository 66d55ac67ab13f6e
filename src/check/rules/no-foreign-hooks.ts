import { behind } from "../aliases.ts";
import type { CheckContext } from "../context.ts";
import { memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { isCallOf, isGlobal, quote } from "../shared-objects.ts";
import { child, isFunction, nodesOf, type SyntaxNode } from "../syntax-tree.ts";

export const noForeignHooks: Rule = {
  name: "no-foreign-hooks",
  severity: "refuse",
  summary:
    "Hooks of the language (`Symbol.iterator` and the like) set on objects that the snippet has not made.",
  reason: "the language calls them wherever the object is used, in code that does not expect it",
  hint: "write it into a class, or an object, of your own",
  misses:
    "a hook whose symbol is kept in an object or a list; each run has an engine of its own, so that nothing outlives it",
  refused: [
    "export default (input) => { input[Symbol.iterator] = function* () {}; return [...input]; }; // <- here",
    'export default (input) => Object.defineProperty(input, Symbol.toPrimitive, { value: () => "a" }); // <- here',
    "const hook = Symbol.toStringTag;\nexport default (input) => { input.files[0][hook] = 1; return input.name; }; // <- here",
  ],
  allowed: [
    'class Row { constructor() { this[Symbol.toStringTag] = "Row"; } }\nconst own = {};\nown[Symbol.iterator] = function* () { yield 1; };\nRow.prototype[Symbol.iterator] = own[Symbol.iterator];\nexport default () => [...new Row(), ...own];',
    'export default (input) => Object.defineProperty(input.json(), "seen", { value: 1 });',
  ],
  *run(context) {
    for (const target of context.scopes.writes) {
      const object = child(target, "object");
      if (object && isHook(child(target, "index"), context) && !isOwn(object, context)) {
        yield report(target, context);
      }
    }
    for (const call of nodesOf(context.tree, "call_expression")) {
      const [object, key] = child(call, "arguments")?.children ?? [];
      if (!object || !isHook(key, context) || !isCallOf(call, "Object", "defineProperty", context)) continue;
      if (!isOwn(object, context)) yield report(call, context);
    }
  },
};

function report(place: SyntaxNode, context: CheckContext): Report {
  return { place, message: `${quote(place, context)} sets a hook of the language on an object of others` };
}

function isHook(node: SyntaxNode | undefined, context: CheckContext): boolean {
  const held = node && behind(node, context.scopes);
  const object = held && child(held, "object");
  return object !== undefined && isGlobal(object, "Symbol", context);
}

/** An object that the snippet has made, as far as that can be seen. */
function isOwn(node: SyntaxNode, context: CheckContext): boolean {
  const held = behind(node, context.scopes);
  if (MADE.has(held.type) || isFunction(held)) return true;
  if (held.type === "call_expression") return isCallOf(held, "Object", "create", context);
  const kind = context.scopes.of(held)?.binding?.kind;
  if (kind === "class" || kind === "function") return true;
  const object = held.type === "member_expression" ? child(held, "object") : undefined;
  return object !== undefined && memberName(held, context) === "prototype" && isOwn(object, context);
}

const MADE = new Set(["this", "object", "array", "new_expression", "class"]);
