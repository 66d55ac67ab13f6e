import { child, type SyntaxNode, type SyntaxTree, textOf, unwrap } from "../syntax-tree.ts";

/** What a sorting by this comparison does: `(a, b) => b.count - a.count` is "by count, largest first". */
export function sayOrder(tree: SyntaxTree, of: string, compare: SyntaxNode | undefined): string {
  if (!compare) return `${of}, sorted as text`;
  const body = child(unwrap(compare), "body");
  const difference = body && unwrap(body);
  const sides = difference?.type === "binary_expression" && difference.tokens[0] === "-";
  const [left, right] = sides ? [child(difference, "left"), child(difference, "right")] : [];
  if (!left || !right) return `${of}, sorted`;
  const [first, second] = parameters(tree, unwrap(compare));
  const [a, b] = [textOf(tree, left), textOf(tree, right)];
  if (!first || !second) return `${of}, sorted`;
  if (isOf(a, second) && b === first + a.slice(second.length)) {
    return `${of}, sorted${keyOf(a, second)}, largest first`;
  }
  return isOf(a, first) && b === second + a.slice(first.length)
    ? `${of}, sorted${keyOf(a, first)}, smallest first`
    : `${of}, sorted`;
}

function parameters(tree: SyntaxTree, compare: SyntaxNode): readonly string[] {
  return (child(compare, "parameters")?.children ?? []).map((one) => {
    const names =
      one.type === "array_pattern" ? one.children.filter((name) => name.type === "identifier") : [one];
    return textOf(tree, names.at(-1) ?? one);
  });
}

function isOf(side: string, name: string): boolean {
  return side === name || side.startsWith(`${name}.`) || side.startsWith(`${name}[`);
}

function keyOf(side: string, name: string): string {
  const key = side.slice(name.length);
  if (key === "") return "";
  return key.startsWith(".")
    ? ` by ${key.slice(1)}`
    : ` by ${key === "[1]" ? "the second of each" : `${side}`}`;
}
