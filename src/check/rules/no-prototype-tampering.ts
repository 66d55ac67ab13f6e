import type { CheckContext } from "../context.ts";
import { keyName, memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { isCallOf, isMemberOf, isShared, quote } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode, textOf, unwrap } from "../syntax-tree.ts";

export const noPrototypeTampering: Rule = {
  name: "no-prototype-tampering",
  severity: "refuse",
  summary: "Changes to globals, to their members and prototypes, and to what an object inherits from.",
  reason:
    "it changes what all other code means, the code that reads your input and writes your result as well",
  hint: "write a function of your own, and call it",
  refused: [
    "Array.prototype.sum = function () { return 0; }; // <- here\nexport default () => [1].sum();",
    "Math.random = () => 4; // <- here\nexport default () => 1;",
    "const proto = Object.getPrototypeOf([]);\nproto.map = () => []; // <- here\nexport default () => 1;",
    "export default () => { ({}).__proto__.polluted = 1; }; // <- here",
    'export default () => { ({})["__pro" + "to__"].polluted = 1; }; // <- here',
    'Object.defineProperty(String.prototype, "x", { value: 1 }); // <- here\nexport default () => 1;',
    "export default () => Object.setPrototypeOf({}, null); // <- here",
    "[JSON.parse] = [() => 1]; // <- here\nexport default () => 1;",
    "delete Array.prototype.map; // <- here\nexport default () => 1;",
    "export default () => ({ __proto__: { a: 1 } }).a; // <- here",
    "const patch = (on) => { on.x = 1; };\npatch(Array.prototype); // <- here\nexport default () => 1;",
    "const { prototype: shared } = Array; // <- here\nshared.x = 1;\nexport default () => 1;",
    "String = 1; // <- here\nexport default () => 1;",
  ],
  allowed: [
    "function Row(n) { this.n = n; }\nRow.prototype.twice = function () { return this.n * 2; };\nexport default () => new Row(1).twice();",
    "export default function () { return Array.prototype.slice.call(arguments, 1); }",
    'export default (row) => Object.prototype.hasOwnProperty.call(row, "a");',
    "export default (x) => Object.getPrototypeOf(x) === Object.prototype;",
    "export default () => { const out = Object.assign({}, { a: 1 }); out.b = 2; delete out.a; return out; };",
    "export default () => { const Map = {}; Map.x = 1; let Number = 1; Number++; return [Map, Number]; };",
    "export default () => { const seen = Object.create(null); seen.a = 1; [seen.b] = [2]; return seen; };",
  ],
  *run(context) {
    for (const target of context.scopes.writes) yield* judgeTarget(target, context);
    for (const call of nodesOf(context.tree, "call_expression")) yield* judgeCall(call, context);
    for (const node of nodesOf(context.tree, "member_expression", "subscript_expression")) {
      const name = memberName(node, context);
      if (name !== undefined && HOOKS.has(name)) yield { place: node, message: `\`${name}\` is reached for` };
      else if (isMemberOf(node, "Object", "setPrototypeOf", context)) {
        yield { place: node, message: "`Object.setPrototypeOf` changes what an object inherits" };
      }
    }
    for (const pair of nodesOf(context.tree, "pair", "pair_pattern", "method_definition")) {
      const key = child(pair, "key") ?? child(pair, "name");
      const name = key && keyName(key, context);
      if (name !== undefined && HOOKS.has(name)) yield { place: pair, message: `\`${name}\` is set or read` };
    }
    for (const short of nodesOf(context.tree, "shorthand_property_identifier_pattern")) {
      const name = textOf(context.tree, short);
      if (HOOKS.has(name)) yield { place: short, message: `\`${name}\` is read` };
    }
    for (const pattern of nodesOf(context.tree, "object_pattern")) yield* takenPrototypes(pattern, context);
  },
};

const HOOKS = new Set([
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

function* judgeTarget(target: SyntaxNode, context: CheckContext): Generator<Report> {
  const object = child(target, "object");
  if (object ? isShared(object, context) : isShared(target, context) && isGlobalTarget(target, context)) {
    yield { place: target, message: `${quote(target, context)} is shared by all code, and is changed here` };
  }
}

/** A plain name is changed itself: only a global is shared, not a name that holds one. */
function isGlobalTarget(target: SyntaxNode, context: CheckContext): boolean {
  return context.scopes.of(target)?.binding === null;
}

const CHANGERS = [
  ...["defineProperty", "defineProperties", "assign", "freeze", "seal", "preventExtensions"],
] as const;

function* judgeCall(call: SyntaxNode, context: CheckContext): Generator<Report> {
  const list = child(call, "arguments");
  const first = list?.type === "arguments" ? list.children[0] : undefined;
  if (!list || !first) return;
  const changer = CHANGERS.find((name) => isCallOf(call, "Object", name, context));
  if (changer) {
    if (isShared(first, context)) {
      yield {
        place: call,
        message: `\`Object.${changer}\` changes ${quote(first, context)}, shared by all code`,
      };
    }
    return;
  }
  const callee = context.scopes.of(unwrap(child(call, "function") ?? call));
  if (!callee?.binding) return;
  for (const argument of list.children.filter((one) => isPrototype(one, context))) {
    yield { place: argument, message: `${quote(argument, context)} is handed on, where it can be changed` };
  }
}

/** `const { prototype } = Array`: from here on it would be changed by another name. */
function* takenPrototypes(pattern: SyntaxNode, context: CheckContext): Generator<Report> {
  const from = pattern.parent && (child(pattern.parent, "value") ?? child(pattern.parent, "right"));
  if (!from || from === pattern || !isShared(from, context)) return;
  for (const entry of pattern.children) {
    const key = child(entry, "key") ?? child(entry, "left") ?? entry;
    if (entry.type === "rest_pattern" || keyName(key, context) !== "prototype") continue;
    yield { place: entry, message: `the prototype of ${quote(from, context)} is taken` };
  }
}

function isPrototype(node: SyntaxNode, context: CheckContext): boolean {
  const inner = unwrap(node);
  const isMember = inner.type === "member_expression" || inner.type === "subscript_expression";
  const named = isMember && memberName(inner, context) === "prototype";
  return (named || inner.type === "call_expression") && isShared(inner, context);
}
