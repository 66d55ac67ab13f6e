import type { Binding } from "./binding.ts";
import { child, outward, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

/**
 * The list whose elements a name stands for, one after the other: `for (const name of list)`, and the parameter for the
 * element in a function that a method of the list calls. Of an object that is no list such a method may be anything.
 */
export function goneThrough({ node }: Binding, tree: SyntaxTree): SyntaxNode | undefined {
  const { parent: around, held } = outward(node);
  if (around?.type === "for_in_statement") {
    return held.field === "left" && around.tokens.includes("of") ? child(around, "right") : undefined;
  }
  const isListed = around?.type === "formal_parameters";
  const callback = isListed ? around.parent : around;
  const call = callback && CALLBACKS.has(callback.type) ? callback.parent?.parent : undefined;
  const member = call?.type === "call_expression" ? child(call, "function") : undefined;
  const method = member?.type === "member_expression" ? child(member, "property") : undefined;
  const place = method ? ELEMENT_AT.get(textOf(tree, method)) : undefined;
  const isElement =
    callback?.parent?.children[0] === callback &&
    (isListed ? around.children[place ?? -1] === held : place === 0);
  return isElement && place !== undefined ? child(member!, "object") : undefined;
}

const CALLBACKS = new Set(["arrow_function", "function_expression"]);

/** At which place a method of lists hands the element to its function. */
const ELEMENT_AT: ReadonlyMap<string, number> = new Map([
  ...["map", "flatMap", "forEach", "filter", "find", "findLast", "findIndex", "some", "every"].map(
    (name) => [name, 0] as const,
  ),
  ...["reduce", "reduceRight"].map((name) => [name, 1] as const),
]);
