import { allKnown, type Constant, isList, LENGTH_MOST } from "./constant.ts";
import type { Frame } from "./fold-functions.ts";
import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";
import { unescapeText } from "./unescape.ts";

export interface FoldContext {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
}

/** One look at an expression: in a call of a function of the snippet's own, with what its names stand for. */
export interface Folding extends FoldContext {
  readonly frame?: Frame;
  readonly depth: number;
  again(node: SyntaxNode | undefined, frame?: Frame): Constant | undefined;
}

/** The values of a list, spread lists and texts included, if all are known. */
export function foldElements(
  nodes: readonly SyntaxNode[],
  { again }: Folding,
): readonly Constant[] | undefined {
  if (nodes.length > LENGTH_MOST) return undefined;
  const parts = nodes.map((node) => {
    if (node.type !== "spread_element") return [again(node)];
    const spread = again(node.children[0]);
    return typeof spread === "string" ? [...spread] : isList(spread) ? spread : [undefined];
  });
  return allKnown(parts.flat());
}

/** The key a member access names, as far as it is known: `x.key`, `x["key"]`, `x["k" + "ey"]`. */
export function nameOfMember(
  node: SyntaxNode,
  { tree, again }: Pick<Folding, "tree" | "again">,
): string | undefined {
  if (node.type === "member_expression") {
    const property = child(node, "property");
    return property && unescapeText(textOf(tree, property));
  }
  const index = child(node, "index");
  return index && keyText(again(index));
}

// A key is turned to text first: `x[["constructor"]]` is `x.constructor`.
export function keyText(value: Constant | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
