import { child, nodesOf, type SyntaxNode, type SyntaxTree, unwrap } from "./syntax-tree.ts";

/** Every expression that a statement assigns to, updates or deletes; declarations are not among them. */
export function writeTargets(tree: SyntaxTree): readonly SyntaxNode[] {
  const targets: SyntaxNode[] = [];
  for (const node of nodesOf(tree, "assignment_expression", "augmented_assignment_expression")) {
    collect(child(node, "left"), targets);
  }
  for (const node of nodesOf(tree, "update_expression")) collect(child(node, "argument"), targets);
  for (const node of nodesOf(tree, "unary_expression")) {
    if (node.tokens.includes("delete")) collect(child(node, "argument") ?? node.children[0], targets);
  }
  for (const node of nodesOf(tree, "for_in_statement")) {
    const declares = node.tokens.some((token) => token === "const" || token === "let" || token === "var");
    if (!declares) collect(child(node, "left"), targets);
  }
  return targets;
}

function collect(node: SyntaxNode | undefined, targets: SyntaxNode[]): void {
  if (!node) return;
  const inner = unwrap(node);
  switch (inner.type) {
    case "array_pattern":
    case "object_pattern":
    case "array":
    case "object":
    case "rest_pattern":
      for (const one of inner.children) collect(one, targets);
      return;
    case "pair_pattern":
    case "pair":
      collect(child(inner, "value"), targets);
      return;
    case "assignment_pattern":
    case "object_assignment_pattern":
      collect(child(inner, "left"), targets);
      return;
    default:
      targets.push(inner);
  }
}
