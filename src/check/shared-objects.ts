import { ALLOWED_GLOBALS } from "../terms/globals.ts";
import { behind } from "./aliases.ts";
import type { Binding } from "./binding.ts";
import type { CheckContext } from "./context.ts";
import { memberName } from "./fold.ts";
import type { Scopes } from "./scopes.ts";
import { child, isFunction, outward, type SyntaxNode, textOf, unwrap } from "./syntax-tree.ts";

/**
 * Whether an expression denotes an object that all code of a run shares: a global, something reached from
 * one, a prototype that is not visibly the snippet's own. Follows a name to the value it was declared with.
 */
export function isShared(node: SyntaxNode, context: CheckContext): boolean {
  const memory = memoryOf(context);
  const passed = new Set<SyntaxNode>();
  let next: SyntaxNode | boolean = node;
  while (typeof next !== "boolean") {
    const inner = behind(next, context.scopes, "all");
    const before = memory.get(inner);
    next = before ?? (passed.has(inner) ? false : source(inner, context));
    passed.add(inner);
  }
  for (const one of passed) memory.set(one, next);
  return next;
}

// Of a chain, every part is looked at once.
const judged = new WeakMap<Scopes, Map<SyntaxNode, boolean>>();

function memoryOf({ scopes }: CheckContext): Map<SyntaxNode, boolean> {
  let memory = judged.get(scopes);
  if (!memory) {
    memory = new Map();
    judged.set(scopes, memory);
  }
  return memory;
}

/** Whether an expression is shared, or the expression that it is as shared as. */
function source(node: SyntaxNode, context: CheckContext): SyntaxNode | boolean {
  if (node.type === "identifier") {
    const reference = context.scopes.of(node);
    return reference !== undefined && !reference.binding && isGlobalName(reference.name);
  }
  if (node.type === "call_expression") return sourceOfCall(node, context);
  if (node.type !== "member_expression" && node.type !== "subscript_expression") return false;
  const object = child(node, "object");
  if (!object) return false;
  return memberName(node, context) === "prototype" ? !isOwnFunction(object, context) : object;
}

/** A call that gives a shared object: a prototype, or its argument or receiver back. */
function sourceOfCall(call: SyntaxNode, context: CheckContext): SyntaxNode | boolean {
  if (isCallOf(call, "Object", "getPrototypeOf", context)) return true;
  const callee = unwrap(child(call, "function") ?? call);
  const object = child(callee, "object");
  if (object && memberName(callee, context) === "valueOf") return object;
  const [first] = child(call, "arguments")?.children ?? [];
  const isObject = globalName(callee, context) === "Object";
  const givesBack = isObject || GIVE_BACK.some((name) => isCallOf(call, "Object", name, context));
  return givesBack && first !== undefined && mayBePrototype(first, context) && first;
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
export function isPrototype(node: SyntaxNode, context: CheckContext): boolean {
  return mayBePrototype(node, context) && isShared(node, context);
}

function mayBePrototype(node: SyntaxNode, context: CheckContext): boolean {
  const inner = unwrap(node);
  if (inner.type === "call_expression") return true;
  const isMember = inner.type === "member_expression" || inner.type === "subscript_expression";
  return isMember && memberName(inner, context) === "prototype";
}

/** The global that an expression is: by its name, or by a name that holds nothing else. */
export function globalName(node: SyntaxNode, { scopes }: Pick<CheckContext, "scopes">): string | undefined {
  const inner = behind(node, scopes);
  if (inner.type !== "identifier" && inner.type !== "undefined") return undefined;
  const reference = scopes.of(inner);
  return reference && !reference.binding ? reference.name : undefined;
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
  const uses = [node];
  const followed = new Set<Binding>();
  for (let use = uses.pop(); use; use = uses.pop()) {
    const held = heldBy(use, context);
    if (held === "loose" || (!held && isLoose(use, takes))) return true;
    if (!held || followed.has(held)) continue;
    followed.add(held);
    for (const one of context.scopes.referencesTo(held)) uses.push(one.node);
  }
  return false;
}

/** The `const` that is declared with an expression and nothing else. */
function heldBy(node: SyntaxNode, { scopes }: CheckContext): Binding | "loose" | undefined {
  const { parent } = outward(node);
  const name = parent?.type === "variable_declarator" ? child(parent, "name") : undefined;
  const binding = name?.type === "identifier" ? scopes.declaredBy(name) : undefined;
  return binding && scopes.isReassigned(binding) ? "loose" : binding;
}

function isLoose(node: SyntaxNode, takes: (call: SyntaxNode) => boolean): boolean {
  const { parent, held } = outward(node);
  switch (parent?.type) {
    case "member_expression":
    case "subscript_expression":
      return held.field !== "object";
    case "call_expression":
      return held.field !== "function";
    case "new_expression":
      return held.field !== "constructor";
    case "variable_declarator":
      return child(parent, "name")?.type !== "object_pattern";
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

function isOwnFunction(node: SyntaxNode, { scopes }: CheckContext): boolean {
  const inner = behind(node, scopes);
  if (inner.type === "class" || isFunction(inner)) return true;
  const binding = scopes.of(inner)?.binding;
  if (!binding || scopes.isReassigned(binding)) return false;
  return binding.kind === "function" || binding.kind === "class";
}

/** The text of a node on one line, cut, for messages. */
export function quote(node: SyntaxNode, { tree }: Pick<CheckContext, "tree">): string {
  const text = textOf(tree, node).replace(/\s+/g, " ");
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
