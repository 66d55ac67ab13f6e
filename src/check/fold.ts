import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, type SyntaxTree, textOf, unwrap } from "./syntax-tree.ts";

/** A value known without running anything. */
export type Constant = string | number | boolean | readonly Constant[];

interface FoldContext {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
}

const DEPTH_MOST = 12;
const LENGTH_MOST = 10_000;

/**
 * The value an expression has, or undefined where that cannot be seen: literals, templates, `+`, names that
 * are set once, elements of arrays and objects as they were written, and the string methods that are used to
 * hide a name.
 */
export function fold(node: SyntaxNode, context: FoldContext, depth = 0): Constant | undefined {
  if (depth > DEPTH_MOST) return undefined;
  const inner = unwrap(node);
  const again = (one: SyntaxNode | undefined) => (one ? fold(one, context, depth + 1) : undefined);
  const text = textOf(context.tree, inner);
  switch (inner.type) {
    case "string":
      return unescapeText(text.slice(1, -1));
    case "number":
      return numberOf(text);
    case "true":
      return true;
    case "false":
      return false;
    case "template_string":
      return foldTemplate(inner, context.tree, again);
    case "unary_expression":
      return foldUnary(inner, again);
    case "binary_expression":
      return foldPlus(inner, again);
    case "array":
      return foldAll(inner.children, again);
    case "identifier": {
      const binding = context.scopes.of(inner)?.binding;
      return binding && !context.scopes.isReassigned(binding) ? again(binding.value) : undefined;
    }
    case "ternary_expression": {
      const test = again(child(inner, "condition"));
      return test === undefined ? undefined : again(child(inner, test ? "consequence" : "alternative"));
    }
    case "member_expression":
      return again(propertyOf(inner, context));
    case "subscript_expression": {
      const [object, index] = [again(child(inner, "object")), again(child(inner, "index"))];
      if (isSequence(object) && typeof index === "number") return object[index];
      return again(propertyOf(inner, context));
    }
    case "call_expression":
      return foldCall(inner, context, again);
    default:
      return undefined;
  }
}

/** The key a member access names, as far as it is known: `x.key`, `x["key"]`, `x["k" + "ey"]`. */
export function memberName(node: SyntaxNode, context: FoldContext): string | undefined {
  if (node.type === "member_expression") {
    const property = child(node, "property");
    return property && unescapeText(textOf(context.tree, property));
  }
  const index = child(node, "index");
  return index && keyText(fold(index, context));
}

/** The name of a property in an object literal, a pattern or a class; undefined where it is computed at run time. */
export function keyName(node: SyntaxNode, context: FoldContext): string | undefined {
  if (node.type !== "computed_property_name") {
    return node.type === "string" ? keyText(fold(node, context)) : unescapeText(textOf(context.tree, node));
  }
  const inner = node.children[0];
  return inner && keyText(fold(inner, context));
}

// A key is turned to text first: `x[["constructor"]]` is `x.constructor`.
function keyText(value: Constant | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The value that a member access finds in an object literal held by a name. */
function propertyOf(node: SyntaxNode, context: FoldContext): SyntaxNode | undefined {
  const object = child(node, "object");
  const literal = object && context.scopes.of(unwrap(object))?.binding?.value;
  if (!literal || unwrap(literal).type !== "object") return undefined;
  const name = memberName(node, context);
  const pair = unwrap(literal).children.find((one) => {
    const key = one.type === "pair" ? child(one, "key") : undefined;
    return key !== undefined && key.type !== "computed_property_name" && keyName(key, context) === name;
  });
  return pair && child(pair, "value");
}

type Again = (node: SyntaxNode | undefined) => Constant | undefined;

function foldTemplate(node: SyntaxNode, tree: SyntaxTree, again: Again): string | undefined {
  let text = "";
  let at = node.start + 1;
  for (const part of node.children) {
    if (part.type !== "template_substitution") continue;
    const value = again(part.children[0]);
    if (value === undefined) return undefined;
    text += unescapeText(tree.text.slice(at, part.start)) + String(value);
    at = part.end;
  }
  return text + unescapeText(tree.text.slice(at, node.end - 1));
}

function foldUnary(node: SyntaxNode, again: Again): Constant | undefined {
  const value = again(child(node, "argument") ?? node.children[0]);
  if (value === undefined) return undefined;
  if (node.tokens.includes("!")) return !value;
  if (typeof value !== "number") return undefined;
  return node.tokens.includes("-") ? -value : node.tokens.includes("+") ? value : undefined;
}

function foldPlus(node: SyntaxNode, again: Again): Constant | undefined {
  if (!node.tokens.includes("+")) return undefined;
  const [left, right] = [again(child(node, "left")), again(child(node, "right"))];
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "number" && typeof right === "number") return left + right;
  return bounded(String(left) + String(right));
}

function foldAll(nodes: readonly SyntaxNode[], again: Again): readonly Constant[] | undefined {
  const values: Constant[] = [];
  for (const node of nodes) {
    const value = again(node);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function foldCall(node: SyntaxNode, context: FoldContext, again: Again): Constant | undefined {
  const [callee, list] = [child(node, "function"), child(node, "arguments")];
  if (!callee || list?.type !== "arguments") return undefined;
  const values = foldAll(list.children, again);
  if (!values) return undefined;
  const called = unwrap(callee);
  if (called.type === "identifier") {
    const isGlobal = context.scopes.of(called)?.binding === null;
    return isGlobal ? globalCall(textOf(context.tree, called), values) : undefined;
  }
  if (called.type !== "member_expression" && called.type !== "subscript_expression") return undefined;
  const [object, name] = [child(called, "object"), memberName(called, context)];
  if (!object || name === undefined) return undefined;
  if (name === "fromCharCode" || name === "fromCodePoint") {
    const codes = values.filter((one) => typeof one === "number");
    return codes.length === values.length ? String.fromCharCode(...codes) : undefined;
  }
  const target = again(object);
  return target === undefined ? undefined : methodCall(target, name, values);
}

function globalCall(name: string, [first]: readonly Constant[]): Constant | undefined {
  if (typeof first !== "string") return name === "String" && first !== undefined ? String(first) : undefined;
  if (name === "String") return first;
  try {
    if (name === "atob") return atob(first);
    if (name === "decodeURIComponent") return decodeURIComponent(first);
  } catch {
    return undefined;
  }
  return undefined;
}

function methodCall(target: Constant, name: string, values: readonly Constant[]): Constant | undefined {
  const [first, second] = values;
  if (Array.isArray(target)) {
    if (name === "join") return bounded(target.join(first === undefined ? "," : String(first)));
    if (name === "reverse" || name === "toReversed") return [...target].reverse();
    return name === "concat" ? [...target, ...values.flat()] : undefined;
  }
  if (typeof target !== "string") return name === "toString" ? String(target) : undefined;
  if (name === "toString" || name === "valueOf") return target;
  if (name === "trim") return target.trim();
  if (name === "toLowerCase") return target.toLowerCase();
  if (name === "toUpperCase") return target.toUpperCase();
  if (name === "concat") return bounded(target + values.map(String).join(""));
  if (name === "split" && typeof first === "string") return target.split(first);
  if (name === "at" || name === "charAt") return typeof first === "number" ? target.at(first) : undefined;
  if (name === "slice" || name === "substring") {
    const numbers = values.filter((one) => typeof one === "number");
    return numbers.length === values.length ? target[name](numbers[0]!, numbers[1]) : undefined;
  }
  if ((name === "replace" || name === "replaceAll") && typeof first === "string") {
    return typeof second === "string" ? bounded(target[name](first, () => second)) : undefined;
  }
  return undefined;
}

function bounded(text: string): string | undefined {
  return text.length > LENGTH_MOST ? undefined : text;
}

function isSequence(value: Constant | undefined): value is string | readonly Constant[] {
  return typeof value === "string" || Array.isArray(value);
}

function numberOf(text: string): number | undefined {
  const value = Number(text.replaceAll("_", ""));
  return Number.isNaN(value) ? undefined : value;
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;
const SHORT: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The text an escaped literal or identifier stands for. */
export function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (_, braced?: string, four?: string, two?: string, one?: string) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    }
    if (one === undefined || /[\r\n\u2028\u2029]/.test(one)) return "";
    return SHORT[one] ?? one;
  });
}
