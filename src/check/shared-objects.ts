import { ALLOWED_GLOBALS } from "../terms/globals.ts";
import type { CheckContext } from "./context.ts";
import { memberName } from "./fold.ts";
import { child, isFunction, outward, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";

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
  if (inner.type === "call_expression") return isSharedCall(inner, context, depth);
  if (inner.type !== "member_expression" && inner.type !== "subscript_expression") return false;
  const object = child(inner, "object");
  if (!object) return false;
  if (memberName(inner, context) === "prototype") return !isOwnFunction(object, context);
  return isShared(object, context, depth + 1);
}

/** A call that gives a shared object: a prototype, or its argument or receiver back. */
function isSharedCall(call: SyntaxNode, context: CheckContext, depth: number): boolean {
  if (isCallOf(call, "Object", "getPrototypeOf", context)) return true;
  const callee = unwrap(child(call, "function") ?? call);
  const object = child(callee, "object");
  if (object && memberName(callee, context) === "valueOf") return isShared(object, context, depth + 1);
  const [first] = child(call, "arguments")?.children ?? [];
  const isObject = globalName(callee, context) === "Object";
  const givesBack = isObject || GIVE_BACK.some((name) => isCallOf(call, "Object", name, context));
  return givesBack && first !== undefined && isPrototype(first, context, depth + 1);
}

// They return their first argument.
const GIVE_BACK = [
  "assign",
  "freeze",
  "seal",
  "preventExtensions",
  "defineProperty",
  "defineProperties",
] as const;

/** Whether an expression denotes a prototype that is not the snippet's own. */
export function isPrototype(node: SyntaxNode, context: CheckContext, depth = 0): boolean {
  const inner = unwrap(node);
  const isMember = inner.type === "member_expression" || inner.type === "subscript_expression";
  const named = isMember && memberName(inner, context) === "prototype";
  return (named || inner.type === "call_expression") && isShared(inner, context, depth);
}

/** The global that an expression is: by its name, or by a name that holds nothing else. */
export function globalName(node: SyntaxNode, context: CheckContext, depth = 0): string | undefined {
  const inner = unwrap(node);
  if (inner.type !== "identifier" && inner.type !== "undefined") return undefined;
  const reference = context.scopes.of(inner);
  if (!reference) return undefined;
  if (!reference.binding) return reference.name;
  const { value } = reference.binding;
  if (!value || depth > DEPTH_MOST || context.scopes.isReassigned(reference.binding)) return undefined;
  return globalName(value, context, depth + 1);
}

/**
 * Whether an object is used for something else than to name a member of it, to call it or to compare with
 * it, so that what is done with it cannot be seen. A `const` that holds it is as good as it. It may be an
 * argument of the calls that `takes` knows.
 */
export function isLooseUse(
  node: SyntaxNode,
  context: CheckContext,
  takes: (call: SyntaxNode) => boolean = () => false,
): boolean {
  const { parent, held } = outward(node);
  switch (parent?.type) {
    case "member_expression":
    case "subscript_expression":
      return held.field !== "object";
    case "call_expression":
      return held.field !== "function";
    case "new_expression":
      return held.field !== "constructor";
    case "variable_declarator": {
      const name = child(parent, "name");
      const binding = name?.type === "identifier" ? context.scopes.declaredBy(name) : undefined;
      if (!binding) return name?.type !== "object_pattern";
      return (
        context.scopes.isReassigned(binding) ||
        context.scopes.referencesTo(binding).some((use) => isLooseUse(use.node, context, takes))
      );
    }
    case "arguments":
      return parent.parent === null || !takes(parent.parent);
    case "ternary_expression":
    case "if_statement":
    case "while_statement":
      return held.field !== "condition";
    case "assignment_expression":
      return held.field !== "left" && child(parent, "left")?.type !== "object_pattern";
    default:
      return parent === null || !COMPARERS.has(parent.type);
  }
}

const COMPARERS = new Set([
  ...["binary_expression", "unary_expression", "class_heritage", "switch_case", "expression_statement"],
]);

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
  return globalName(node, context) === name;
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
