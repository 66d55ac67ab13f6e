import { memberName } from "./fold.ts";
import type { FoldContext } from "./folding.ts";
import { child, outward, type SyntaxNode } from "./syntax-tree.ts";

/** The member that is asked of an expression, its name where that is known, and its call. */
export interface MemberUse {
  readonly access: SyntaxNode;
  readonly call: SyntaxNode | undefined;
  readonly name: string | undefined;
}

/** How an expression is used, where a member is asked of it. */
export function memberUse(node: SyntaxNode, context: FoldContext): MemberUse | undefined {
  const { parent, held } = outward(node);
  const isMember = parent?.type === "member_expression" || parent?.type === "subscript_expression";
  if (!isMember || held.field !== "object") return undefined;
  const { parent: around, held: access } = outward(parent);
  // With a tag, a text in backquotes is a call too.
  const isCalled = around?.type === "call_expression" && access.field === "function";
  return { access: parent, call: isCalled ? around : undefined, name: memberName(parent, context) };
}

export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = child(call, "arguments");
  return list?.type === "arguments" ? list.children : [];
}

/** The arguments of a call, if what stands at a place is what the parameter there gets. */
export function argumentsBefore(call: SyntaxNode, place: number): readonly SyntaxNode[] | undefined {
  const all = argumentsOf(call);
  return all.slice(0, place + 1).some((one) => one.type === "spread_element") ? undefined : all;
}

export function isRest(pattern: SyntaxNode): boolean {
  return pattern.type === "rest_pattern";
}
