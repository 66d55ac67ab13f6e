import type { Binding } from "./binding.ts";
import { parameterPatterns } from "./default-function.ts";
import { argumentsBefore } from "./member-use.ts";
import type { Scopes } from "./scopes.ts";
import { child, isFunction, outward, type SyntaxNode } from "./syntax-tree.ts";

/**
 * What stands for a parameter in every call of its function, which is called by its name and nothing else is done with it;
 * undefined in a call without it. Null where not every call can be seen.
 */
export function calledWith(parameter: Binding, scopes: Scopes): readonly (SyntaxNode | undefined)[] | null {
  const { declaration, kind, node } = parameter;
  const own = isFunction(declaration) ? nameOf(declaration, scopes) : undefined;
  if (kind !== "parameter" || !own || scopes.isReassigned(parameter) || scopes.isReassigned(own)) return null;
  const place = parameterPatterns(declaration).indexOf(node);
  const list = child(declaration, "parameters")?.children ?? [child(declaration, "parameter")];
  const isPlain = list[place] === node;
  const uses = scopes.referencesTo(own).map((use) => outward(use.node));
  const isCalled = uses.every(
    ({ parent, held }) => parent?.type === "call_expression" && held.field === "function",
  );
  return isPlain && isCalled ? uses.map(({ parent }) => argumentsBefore(parent!, place)?.[place]) : null;
}

/** The name that a function is called by: its own, or that of the `const` it stands in. */
export function nameOf(declaration: SyntaxNode, scopes: Scopes): Binding | undefined {
  const own = child(declaration, "name");
  if (own) return scopes.declaredBy(own);
  const { parent } = outward(declaration);
  const name = parent?.type === "variable_declarator" ? child(parent, "name") : undefined;
  return name && scopes.declaredBy(name);
}
