import { child, nodesOf, type SyntaxNode, type SyntaxTree, textOf } from "../syntax-tree.ts";

const ACTS = new Set([
  ...["call_expression", "new_expression", "assignment_expression", "augmented_assignment_expression"],
  ...["update_expression", "yield_expression", "await_expression", "unary_expression"],
]);

/** Whether something may happen where this is evaluated: then words for what it stands in must not leave it out. */
export function acts(node: SyntaxNode): boolean {
  const left = [node];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (ACTS.has(one.type)) return true;
    left.push(...one.children);
  }
  return false;
}

const own = new WeakMap<SyntaxTree, ReadonlySet<string>>();

/** Whether a program gives this name a meaning of its own: then it is not what a phrase of ours takes it for. */
export function isOwnName(tree: SyntaxTree, name: string): boolean {
  const known = own.get(tree) ?? ownNames(tree);
  own.set(tree, known);
  return known.has(name);
}

function ownNames(tree: SyntaxTree): ReadonlySet<string> {
  const declared = nodesOf(
    tree,
    ...["function_declaration", "generator_function_declaration", "variable_declarator", "class_declaration"],
  ).map((node) => child(node, "name"));
  const renamed = nodesOf(tree, "import_specifier").map((node) => child(node, "alias"));
  return new Set([...declared, ...renamed].flatMap((node) => (node ? [textOf(tree, node)] : [])));
}
