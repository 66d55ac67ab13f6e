// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are the examples' own
import { behind } from "../aliases.ts";
import { type Constant, isList } from "../constant.ts";
import type { CheckContext } from "../context.ts";
import { fold, keyName, memberName } from "../fold.ts";
import { ownFunction } from "../fold-functions.ts";
import type { Report, Rule } from "../rule.ts";
import { globalName, isPrototype, quote } from "../shared-objects.ts";
import { child, isFunction, nodesOf, type SyntaxNode, unwrap } from "../syntax-tree.ts";

export const noDisguisedKeys: Rule = {
  name: "no-disguised-keys",
  severity: "refuse",
  summary: "Computed keys on functions, classes and prototypes, and keys that are objects.",
  reason:
    "such a key can be `constructor`, which makes code out of text; on a record or a list any key is fine",
  hint: "name the member, or keep what you look up in an object or a Map of its own",
  misses:
    "a function that is kept in a record or a list and reached by a key of the input; the engine makes no code of text",
  refused: [
    'export default (input) => (() => {})[input.text()]("return 1"); // <- here',
    'const run = (x) => x;\nexport default (input) => run[input.text()]("return 1"); // <- here',
    "class Row {}\nexport default (input) => new Row[input.text()](1); // <- here",
    'export default (input) => "".sub[input.text()]("return 1"); // <- here',
    "export default (input) => [].map[input.text()]; // <- here",
    "export default (input) => Object.keys[input.text()]; // <- here",
    "export default (input) => Object.getPrototypeOf(input)[input.text()]; // <- here",
    "const proto = Object.getPrototypeOf([]);\nexport default (input) => proto[input.text()]; // <- here",
    'export default (input) => input[{ toString: () => "constructor" }]; // <- here',
    'const key = { toString() { return "constr" + "uctor"; } };\nexport default (input) => input.map[key]; // <- here',
    'const make = async () => 1;\nlet key = "a";\nkey = key + "b";\nexport default () => make[key]; // <- here',
    "const most = Math.max, run = most;\nexport default (input) => run[input.text()]; // <- here",
    'export default (input) => { const { [input.text()]: make } = () => 1; return make("return 1"); }; // <- here',
    "export default function () { return arguments.callee; } // <- here",
    'function f() { return f["call" + "er"]; } // <- here\nexport default () => f();',
  ],
  allowed: [
    "export default (input) => input.records().map(({ caller, callee }) => [caller, callee]);",
    'export default (input, { by = "a" }) => input.records().map((row) => row[by] ?? row[`${by}_old`]);',
    'export default (n) => "0123456789abcdef"[n & 15] + ["a", "b"][n % 2] + { a: 1 }[n];',
    'const actions = { add: (a, b) => a + b };\nexport default (input, { how = "add" }: { how?: "add" }) => actions[how](1, 2);',
    "export default () => { const memo = {}; const fib = (n) => (memo[n] ??= n < 2 ? n : fib(n - 1) + fib(n - 2)); return fib(20); };",
    "export default () => { const seen = {}; for (const [a, b] of [[1, 2]]) seen[[a, b]] = true; return seen; };",
    "export default (input, { by = 'a' }) => input.records().map(({ [by]: value }) => value);",
    'function count() { return 1; }\ncount["calls"] = 0;\nexport default () => count.calls;',
    "export default (rows) => rows.map((row, i) => row.map[i] ?? arguments_[i]);\nconst arguments_ = [1];",
  ],
  *run(context) {
    for (const node of nodesOf(context.tree, "member_expression", "subscript_expression")) {
      if (reachesCaller(node, context)) {
        yield { place: node, message: `${quote(node, context)} reaches the code that calls` };
      }
    }
    for (const node of nodesOf(context.tree, "subscript_expression")) {
      const [object, index] = [child(node, "object"), child(node, "index")];
      if (!object || !index) continue;
      if (isObject(index, context)) {
        yield { place: node, message: `${quote(index, context)} is an object, and its text is the key` };
      } else if (memberName(node, context) === undefined && !isNumber(index, context)) {
        yield* judge(node, object, context);
      }
    }
    for (const key of nodesOf(context.tree, "computed_property_name")) yield* judgeTaken(key, context);
  },
};

/** `arguments.callee`, and `caller` and `arguments` of a function. */
function reachesCaller(node: SyntaxNode, context: CheckContext): boolean {
  const object = child(node, "object");
  const name = memberName(node, context);
  if (!object || (name !== "callee" && name !== "caller" && name !== "arguments")) return false;
  const isArguments = globalName(object, context) === "arguments";
  return isArguments || (name !== "callee" && ownFunction(unwrap(object), context.scopes) !== undefined);
}

function* judge(node: SyntaxNode, object: SyntaxNode, context: CheckContext): Generator<Report> {
  const what = guarded(object, context);
  if (!what) return;
  yield { place: node, message: `which member of ${what} ${quote(node, context)} is cannot be seen` };
}

/** `const { [key]: taken } = from` */
function* judgeTaken(key: SyntaxNode, context: CheckContext): Generator<Report> {
  const entry = key.parent;
  const pattern = entry?.type === "pair_pattern" ? entry.parent : undefined;
  if (!pattern?.parent || keyName(key, context) !== undefined) return;
  const from = child(pattern.parent, "value") ?? child(pattern.parent, "right");
  if (from && from !== pattern) yield* judge(entry!, from, context);
}

/** What an object is, where a key can lead from it to the maker of code; undefined for everything else. */
function guarded(object: SyntaxNode, context: CheckContext): string | undefined {
  const inner = behind(object, context.scopes);
  if (ownFunction(inner, context.scopes)) return "a function";
  if (isClass(inner, context)) return "a class";
  if (isPrototype(inner, context)) return "a prototype";
  if (inner.type === "super") return "an ancestor";
  return isBuiltIn(inner, context) ? "a function of the language" : undefined;
}

function isClass(node: SyntaxNode, { scopes }: CheckContext): boolean {
  return node.type === "class" || scopes.of(node)?.binding?.kind === "class";
}

/** `[].map`, `"".sub`, `Object.keys`, `(() => {}).call`: a member of a literal or a global. */
function isBuiltIn(node: SyntaxNode, context: CheckContext): boolean {
  const object = node.type === "member_expression" ? child(node, "object") : undefined;
  if (!object) return false;
  const inner = unwrap(object);
  if (isFunction(inner)) return true;
  const global = globalName(inner, context);
  if (global !== undefined)
    return context.scopes.of(inner) !== undefined && !DATA.has(memberName(node, context) ?? "");
  return LITERALS.has(inner.type) && memberName(node, context) !== "length";
}

const LITERALS = new Set(["array", "string", "template_string", "number", "regex", "true", "false"]);
// Members of globals that hold no function.
const DATA = new Set(["arguments", "length", "name"]);

/** Whether a key is an object, function or class with a text of its own making. */
function isObject(index: SyntaxNode, context: CheckContext): boolean {
  const held = behind(index, context.scopes);
  return held.type === "object" || held.type === "class" || isFunction(held);
}

/** Arithmetic gives a number, and no member has a number for a name. */
function isNumber(index: SyntaxNode, context: CheckContext): boolean {
  const inner = unwrap(index);
  if (inner.type === "update_expression") return true;
  if (inner.type !== "binary_expression") return false;
  if (inner.tokens.some((token) => ARITHMETIC.has(token))) return true;
  return (
    inner.tokens.includes("+") &&
    inner.children.every((one) => isNumeric(fold(one, context)) || isNumber(one, context))
  );
}

const ARITHMETIC = new Set(["-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"]);

function isNumeric(value: Constant | undefined): boolean {
  return typeof value === "number" && !isList(value);
}
