import type { CheckContext } from "../context.ts";
import { keyName, memberName } from "../fold.ts";
import type { Report, Rule } from "../rule.ts";
import { isCallOf, isLooseUse, isPrototype, isShared, quote } from "../shared-objects.ts";
import { child, nodesOf, type SyntaxNode, textOf } from "../syntax-tree.ts";

export const noPrototypeTampering: Rule = {
  name: "no-prototype-tampering",
  severity: "refuse",
  summary: "Changes to globals, to their members and prototypes, and to what an object inherits from.",
  reason:
    "it changes what all other code means, the code that reads your input and writes your result as well",
  hint: "write a function of your own, and call it",
  misses:
    "an object that is shared by way of a function's result which cannot be followed; each run has an engine of its own, so that nothing outlives it",
  refused: [
    "Array.prototype.sum = function () { return 0; }; // <- here\nexport default () => [1].sum();",
    "Math.random = () => 4; // <- here\nexport default () => 1;",
    "const proto = Object.getPrototypeOf([]);\nproto.map = () => []; // <- here\nexport default () => 1;",
    "export default () => { ({}).__proto__.polluted = 1; }; // <- here",
    'export default () => { ({})["__pro" + "to__"].polluted = 1; }; // <- here',
    'Object.defineProperty(String.prototype, "x", { value: 1 }); // <- here\nexport default () => 1;',
    "const all = [Array.prototype]; // <- here\nall[0].map = 1;\nexport default () => 1;",
    "const proto = () => Object.prototype; // <- here\nproto().a = 1;\nexport default () => 1;",
    "Array.prototype.valueOf().map = 1; // <- here\nexport default () => 1;",
    "Object.freeze(Array.prototype).map = 1; // <- here\nexport default () => 1;",
    'const define = Object.defineProperty;\ndefine(Array.prototype, "map", { value: 1 }); // <- here\nexport default () => 1;',
    "let proto;\nproto = Array.prototype; // <- here\nproto.map = 1;\nexport default () => 1;",
    "[JSON.parse] = [() => 1]; // <- here\nexport default () => 1;",
    "delete Array.prototype.map; // <- here\nexport default () => 1;",
    "export default () => ({ __proto__: { a: 1 } }).a; // <- here",
    "const patch = (on) => { on.x = 1; };\npatch(Array.prototype); // <- here\nexport default () => 1;",
    "const { prototype: shared } = Array; // <- here\nshared.x = 1;\nexport default () => 1;",
    "class Wrong extends Error {\n  static prepareStackTrace = (error, frames) => frames; // <- here\n}\nexport default () => new Wrong().stack;",
    "String = 1; // <- here\nexport default () => 1;",
  ],
  allowed: [
    "function Row(n) { this.n = n; }\nRow.prototype.twice = function () { return this.n * 2; };\nexport default () => new Row(1).twice();",
    "export default function () { return Array.prototype.slice.call(arguments, 1); }",
    'export default (row) => Object.prototype.hasOwnProperty.call(row, "a");',
    "export default (x) => Object.getPrototypeOf(x) === Object.prototype;",
    "export default () => { const out = Object.assign({}, { a: 1 }); out.b = 2; delete out.a; return out; };",
    "export default () => { const Map = {}; Map.x = 1; let Number = 1; Number++; return [Map, Number]; };",
    "export default (x) => { const proto = Object.getPrototypeOf(x); return proto && Object.getPrototypeOf(proto) === null ? 1 : 2; };",
    "export default (x) => { const proto = Object.getPrototypeOf(x); return proto === null || proto === Object.prototype; };",
    'const { hasOwnProperty } = Object.prototype;\nfunction Sub() {}\nSub.prototype = Object.create(Array.prototype);\nexport default (x) => hasOwnProperty.call(x, "a") ? 1 : new Sub().length;',
    "export default () => { const seen = Object.create(null); seen.a = 1; [seen.b] = [2]; return seen; };",
  ],
  *run(context) {
    for (const target of context.scopes.writes) yield* judgeTarget(target, context);
    for (const call of nodesOf(context.tree, "call_expression")) {
      yield* judgeCall(call, context);
      const isParent = isCallOf(call, "Object", "getPrototypeOf", context);
      if (isParent && isHandedOn(call, context)) yield handedOn(call, context);
    }
    for (const node of nodesOf(context.tree, "member_expression", "subscript_expression")) {
      const name = memberName(node, context);
      if (name !== undefined && HOOKS.has(name)) yield { place: node, message: `\`${name}\` is reached for` };
      else if (name === "prototype" && isHandedOn(node, context)) yield handedOn(node, context);
    }
    for (const pair of nodesOf(
      context.tree,
      "pair",
      "pair_pattern",
      "method_definition",
      "field_definition",
    )) {
      const key = child(pair, "key") ?? child(pair, "name") ?? child(pair, "property");
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
  "prepareStackTrace",
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
}

/** A shared prototype that goes where what is done with it cannot be seen. */
function isHandedOn(node: SyntaxNode, context: CheckContext): boolean {
  const takes = (call: SyntaxNode) => TAKERS.some((name) => isCallOf(call, "Object", name, context));
  return isPrototype(node, context) && isLooseUse(node, context, takes);
}

function handedOn(node: SyntaxNode, context: CheckContext): Report {
  return { place: node, message: `${quote(node, context)} is handed on, where it can be changed` };
}

// Their own result is judged where it is used; `create` makes a new object.
const TAKERS = [
  ...CHANGERS,
  "create",
  "freeze",
  "keys",
  "getOwnPropertyNames",
  "getPrototypeOf",
  "hasOwn",
  "isFrozen",
  "getPrototypeOf",
] as const;

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
