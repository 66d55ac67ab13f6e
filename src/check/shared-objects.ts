import { ALLOWED_GLOBALS } from "../terms/globals.ts";
import type { CheckContext } from "./context.ts";
import { memberName } from "./fold.ts";
import { child, isFunction, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";

const DEPTH_MOST = 8;

/**
 * Whether an expression denotes an object that all code of a run shares: a global, something reached from
 * one, a prototype that is not visibly the snippet's own. Follows a name to the value it was declared with.
 */
export function isShared(node: SyntaxNode, context: CheckContext, depth = 0): boolean {
  if (depth > DEPTH_MOST) return true;
  const inner = unwrap(node);
  if (inner.type === "identifier") {
    const reference = context.scopes.of(inner);
    if (!reference) return false;
    if (reference.binding) {
      const { value } = reference.binding;
      return value !== undefined && isShared(value, context, depth + 1);
    }
    return isGlobalName(reference.name);
  }
  if (inner.type === "call_expression") return isCallOf(inner, "Object", "getPrototypeOf", context);
  if (inner.type !== "member_expression" && inner.type !== "subscript_expression") return false;
  const object = child(inner, "object");
  if (!object) return false;
  if (memberName(inner, context) === "prototype") return !isOwnFunction(object, context);
  return isShared(object, context, depth + 1);
}

/** Whether a call is `Global.name(…)` of the real global. */
export function isCallOf(call: SyntaxNode, global: string, name: string, context: CheckContext): boolean {
  const callee = child(call, "function");
  return callee !== undefined && isMemberOf(unwrap(callee), global, name, context);
}

/** Whether a node is `Global.name` of the real global. */
export function isMemberOf(node: SyntaxNode, global: string, name: string, context: CheckContext): boolean {
  if (node.type !== "member_expression" && node.type !== "subscript_expression") return false;
  const object = child(node, "object");
  return object !== undefined && isGlobal(object, global, context) && memberName(node, context) === name;
}

export function isGlobal(node: SyntaxNode, name: string, context: CheckContext): boolean {
  const reference = context.scopes.of(unwrap(node));
  return reference !== undefined && reference.binding === null && reference.name === name;
}

const PLAIN = new Set(["undefined", "NaN", "Infinity"]);
const GLOBALS = new Set(ALLOWED_GLOBALS);

function isGlobalName(name: string): boolean {
  return GLOBALS.has(name) && !PLAIN.has(name);
}

function isOwnFunction(node: SyntaxNode, context: CheckContext): boolean {
  const inner = unwrap(node);
  const binding = context.scopes.of(inner)?.binding;
  if (!binding) return inner.type === "class" || isFunction(inner);
  if (binding.kind === "function" || binding.kind === "class") return true;
  return binding.value !== undefined && isOwnFunction(binding.value, context);
}

/** The text of a node on one line, cut, for messages. */
export function quote(node: SyntaxNode, { tree }: Pick<CheckContext, "tree">): string {
  const text = textOf(tree, node).replace(/\s+/g, " ");
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
