import { behind } from "./aliases.ts";
import type { Binding } from "./binding.ts";
import type { Constant } from "./constant.ts";
import type { Scopes } from "./scopes.ts";
import { child, isFunction, type SyntaxNode } from "./syntax-tree.ts";

/** What names stand for inside a call, and how many more steps may be taken. */
export interface Frame {
  readonly values: Map<Binding, Constant>;
  readonly steps: { left: number };
}

export type FoldIn = (node: SyntaxNode, frame: Frame) => Constant | undefined;

/**
 * The value of a call of a small function of the snippet's own on constants: parameters that are names, then
 * assignments to names, then one `return`. Enough for the tables of texts that obfuscators write.
 */
export function functionCall(
  callee: SyntaxNode,
  values: readonly Constant[],
  { scopes, frame, fold }: { readonly scopes: Scopes; readonly frame: Frame; readonly fold: FoldIn },
): Constant | undefined {
  if (callee.tokens.includes("async") || callee.tokens.includes("*")) return undefined;
  const inner: Frame = { values: new Map(frame.values), steps: frame.steps };
  for (const [place, parameter] of parametersOf(callee).entries()) {
    const binding = scopes.declaredBy(child(parameter, "left") ?? parameter);
    const standIn = child(parameter, "right");
    const value = values[place] ?? (standIn && fold(standIn, inner));
    if (binding && value !== undefined) inner.values.set(binding, value);
  }
  const body = child(callee, "body");
  if (body?.type !== "statement_block") return body && fold(body, inner);
  for (const statement of body.children) {
    const [first] = statement.children;
    if (statement.type === "return_statement") return first && fold(first, inner);
    if (!declaresOnly(statement) && !assigned(first, { scopes, frame: inner, fold })) return undefined;
  }
  return undefined;
}

/** The function that an expression is, or that the name it is stands for, through any number of names. */
export function ownFunction(node: SyntaxNode, scopes: Scopes): SyntaxNode | undefined {
  const inner = behind(node, scopes);
  if (isFunction(inner)) return inner;
  const binding = scopes.of(inner)?.binding;
  return binding?.kind === "function" && !scopes.isReassigned(binding) ? binding.declaration : undefined;
}

function parametersOf(callee: SyntaxNode): readonly SyntaxNode[] {
  const single = child(callee, "parameter");
  return single ? [single] : (child(callee, "parameters")?.children ?? []);
}

function declaresOnly(statement: SyntaxNode): boolean {
  return statement.type === "lexical_declaration" || statement.type === "variable_declaration";
}

function assigned(
  node: SyntaxNode | undefined,
  { scopes, frame, fold }: { readonly scopes: Scopes; readonly frame: Frame; readonly fold: FoldIn },
): boolean {
  if (node?.type !== "assignment_expression") return false;
  const [left, right] = [child(node, "left"), child(node, "right")];
  const binding = left && scopes.of(left)?.binding;
  const value = right && fold(right, frame);
  if (!binding || value === undefined) return false;
  frame.values.set(binding, value);
  return true;
}
