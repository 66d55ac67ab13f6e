import { behind } from "./aliases.ts";
import type { Binding } from "./binding.ts";
import { type Constant, isList } from "./constant.ts";
import { foldCall, foldNew, foldTag } from "./fold-calls.ts";
import type { Frame } from "./fold-functions.ts";
import { binary, unary } from "./fold-operators.ts";
import { type FoldContext, type Folding, foldElements, keyText, nameOfMember } from "./folding.ts";
import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";
import { isUnchanged } from "./unchanged.ts";
import { unescapeText } from "./unescape.ts";

/** More than any text may be nested (see context.ts), and less than the stack bears. */
const DEPTH_MOST = 600;

// What was found once, by the snippet it was found in: a name may be used a thousand times.
const known = new WeakMap<Scopes, Map<SyntaxNode, Constant | undefined>>();

/**
 * The value an expression has, or undefined where that cannot be seen: literals, templates, operators, names
 * that are set once, elements of arrays and objects as they were written, small functions of the snippet's
 * own, and what is used to hide a name: `join`, `reverse`, `fromCharCode`, `atob`. Nothing is executed. What
 * it does not see: what is put together by loops, and what comes from the input.
 */
export function fold(node: SyntaxNode, context: FoldContext): Constant | undefined {
  return foldAt(node, context, 0, undefined);
}

function foldAt(
  node: SyntaxNode,
  context: FoldContext,
  depth: number,
  frame: Frame | undefined,
): Constant | undefined {
  const inner = unwrap(node);
  const isPlain = inner.type === "string" || inner.type === "number";
  if (depth > DEPTH_MOST || (frame && frame.steps.left-- <= 0)) return undefined;
  if (frame || isPlain) return value(inner, folding(context, depth, frame));
  const memory = memoryOf(context.scopes);
  if (memory.has(inner)) return memory.get(inner);
  // A name that is made of itself has no value.
  memory.set(inner, undefined);
  const found = value(inner, folding(context, depth, undefined));
  memory.set(inner, found);
  return found;
}

function memoryOf(scopes: Scopes): Map<SyntaxNode, Constant | undefined> {
  let memory = known.get(scopes);
  if (!memory) {
    memory = new Map();
    known.set(scopes, memory);
  }
  return memory;
}

function folding(context: FoldContext, depth: number, frame: Frame | undefined): Folding {
  const { tree, scopes } = context;
  const again: Folding["again"] = (node, other = frame) => node && foldAt(node, context, depth + 1, other);
  return { tree, scopes, depth, again, ...(frame && { frame }) };
}

function value(node: SyntaxNode, folding: Folding): Constant | undefined {
  const { tree, again } = folding;
  switch (node.type) {
    case "string":
      return unescapeText(textOf(tree, node).slice(1, -1));
    case "number":
      return numberOf(textOf(tree, node));
    case "true":
      return true;
    case "false":
      return false;
    case "null":
      return null;
    case "template_string":
      return foldTemplate(node, folding);
    case "unary_expression":
      return foldUnary(node, folding);
    case "binary_expression":
      return foldBinary(node, folding);
    case "sequence_expression":
      return again(node.children.at(-1));
    case "assignment_expression":
      return again(child(node, "right"));
    case "array":
      return foldElements(node.children, folding);
    case "identifier":
      return foldName(node, folding);
    case "ternary_expression": {
      const test = again(child(node, "condition"));
      return test === undefined ? undefined : again(child(node, test ? "consequence" : "alternative"));
    }
    case "member_expression":
    case "subscript_expression":
      return foldMember(node, folding);
    case "call_expression":
      return child(node, "arguments")?.type === "template_string"
        ? foldTag(node, folding)
        : foldCall(node, folding);
    case "new_expression":
      return foldNew(node, folding);
    default:
      return undefined;
  }
}

/** The key a member access names, as far as it is known: `x.key`, `x["key"]`, `x["k" + "ey"]`. */
export function memberName(node: SyntaxNode, context: FoldContext): string | undefined {
  return nameOfMember(node, { tree: context.tree, again: (index) => index && fold(index, context) });
}

/** The name of a property in an object literal, a pattern or a class; undefined where it is computed at run time. */
export function keyName(node: SyntaxNode, context: FoldContext): string | undefined {
  if (node.type !== "computed_property_name") {
    return node.type === "string" ? keyText(fold(node, context)) : unescapeText(textOf(context.tree, node));
  }
  const inner = node.children[0];
  return inner && keyText(fold(inner, context));
}

function foldName(node: SyntaxNode, folding: Folding): Constant | undefined {
  const { scopes, frame, again } = folding;
  const binding = scopes.of(node)?.binding;
  if (!binding) return undefined;
  if (frame?.values.has(binding)) return frame.values.get(binding);
  if (scopes.isReassigned(binding)) return undefined;
  const last = binding.value && behind(binding.value, scopes);
  const found = last ? again(last) : taken(binding, folding);
  if (!isList(found)) return found;
  // A list is only worth something while it is as it was written; what has two names can be changed by the other.
  const hasOneName = !binding.value || last === unwrap(binding.value);
  return hasOneName && isUnchanged(binding, folding) ? found : undefined;
}

/** The part of a value that a pattern takes. */
function taken({ taken }: Binding, folding: Folding): Constant | undefined {
  if (!taken) return undefined;
  const [step, ...others] = taken.path;
  if (step === undefined || others.length > 0) return undefined;
  if (typeof step === "number") {
    const list = folding.again(taken.from);
    return isList(list) || typeof list === "string" ? list[step] : undefined;
  }
  const name = keyName(step, folding);
  return name === undefined ? undefined : folding.again(propertyOf(taken.from, name, folding));
}

function foldMember(node: SyntaxNode, folding: Folding): Constant | undefined {
  const { again } = folding;
  const object = child(node, "object");
  if (!object) return undefined;
  const list = again(object);
  const index = child(node, "index");
  const key = index ? again(index) : memberName(node, folding);
  if (typeof list === "string" || isList(list)) {
    if (key === "length") return list.length;
    const place = typeof key === "string" && /^\d+$/.test(key) ? Number(key) : key;
    return typeof place === "number" ? list[place] : undefined;
  }
  return key === undefined ? undefined : again(propertyOf(object, String(key), folding));
}

/** The value of a property of an object literal, here or held by a name that is not changed. */
function propertyOf(object: SyntaxNode, name: string, folding: Folding): SyntaxNode | undefined {
  const { scopes } = folding;
  const inner = unwrap(object);
  const binding = scopes.of(inner)?.binding;
  if (binding && (scopes.isReassigned(binding) || !isUnchanged(binding, folding))) return undefined;
  const literal = binding ? binding.value && unwrap(binding.value) : inner;
  if (literal?.type !== "object") return undefined;
  const pair = literal.children.findLast((one) => {
    const key = one.type === "pair" ? child(one, "key") : undefined;
    return key !== undefined && key.type !== "computed_property_name" && keyName(key, folding) === name;
  });
  return pair && child(pair, "value");
}

function foldTemplate(node: SyntaxNode, { tree, again }: Folding): string | undefined {
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

function foldUnary(node: SyntaxNode, { again }: Folding): Constant | undefined {
  const value = again(child(node, "argument") ?? node.children[0]);
  return value === undefined ? undefined : unary(node.tokens[0] ?? "", value);
}

function foldBinary(node: SyntaxNode, { again }: Folding): Constant | undefined {
  const operator = node.tokens[0] ?? "";
  const left = again(child(node, "left"));
  if (left === undefined) return undefined;
  if (operator === "||") return left || again(child(node, "right"));
  if (operator === "&&") return left && again(child(node, "right"));
  if (operator === "??") return left ?? again(child(node, "right"));
  const right = again(child(node, "right"));
  return right === undefined ? undefined : binary(operator, left, right);
}

function numberOf(text: string): number | undefined {
  const value = Number(text.replaceAll("_", ""));
  return Number.isNaN(value) ? undefined : value;
}
