// A syntax tree as plain data, free of the parser's own objects: rules and scopes are pure functions over it.

/**
 * One named node. `children` are the named children without comments; `tokens` the punctuation and keywords
 * between them, in order (`["async", "function", "*"]`). `field` is the node's role in its parent (`left`,
 * `body`), or empty. Offsets are UTF-16 units.
 */
export interface SyntaxNode {
  readonly type: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  readonly tokens: readonly string[];
}

export interface SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly comments: readonly SyntaxNode[];
  readonly nodes: ReadonlyMap<string, readonly SyntaxNode[]>;
}

/** A place the grammar could not read. `missing` names what it expected there. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly missing?: string;
}

const NONE: readonly SyntaxNode[] = [];

/** All nodes of these types, in the order of the types, then of the text. */
export function nodesOf(tree: SyntaxTree, ...types: readonly string[]): readonly SyntaxNode[] {
  if (types.length === 1) return tree.nodes.get(types[0]!) ?? NONE;
  return types.flatMap((type) => tree.nodes.get(type) ?? NONE);
}

export function child(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((one) => one.field === field);
}

export function textOf(tree: SyntaxTree, node: SyntaxNode): string {
  return tree.text.slice(node.start, node.end);
}

/** The expression inside any number of parentheses and of wrappers that only the type checker sees. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (WRAPPERS.has(inner.type)) {
    const first = inner.children[0];
    if (!first) return inner;
    inner = first;
  }
  return inner;
}

/** The nearest ancestor that is no wrapper in the sense of {@link unwrap}, and the child it holds. */
export function outward(node: SyntaxNode): { parent: SyntaxNode | null; held: SyntaxNode } {
  let held = node;
  while (held.parent && WRAPPERS.has(held.parent.type)) held = held.parent;
  return { parent: held.parent, held };
}

const WRAPPERS = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
]);

const FUNCTIONS: ReadonlySet<string> = new Set([
  "function_declaration",
  "generator_function_declaration",
  "function_expression",
  "generator_function",
  "arrow_function",
  "method_definition",
]);

export function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.has(node.type);
}
