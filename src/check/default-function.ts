import {
  child,
  isFunction,
  nodesOf,
  type SyntaxNode,
  type SyntaxTree,
  textOf,
  unwrap,
} from "./syntax-tree.ts";

/**
 * What a module exports as its default. `function` is null where it is something else; `statement` is where
 * its JSDoc stands before.
 */
export interface DefaultExport {
  readonly place: SyntaxNode;
  readonly function: SyntaxNode | null;
  readonly statement: SyntaxNode;
}

/** The default exports of a module: written in place, or by the name of a top-level function. */
export function defaultExports(tree: SyntaxTree): readonly DefaultExport[] {
  return nodesOf(tree, "export_statement").flatMap((statement): DefaultExport[] => {
    if (child(statement, "source")) return [];
    if (statement.tokens.includes("default")) {
      const place = child(statement, "declaration") ?? child(statement, "value") ?? statement;
      return [resolve(tree, place, statement)];
    }
    const clause = statement.children.find((one) => one.type === "export_clause");
    const specifier = clause?.children.find((one) => {
      const alias = child(one, "alias");
      return alias && textOf(tree, alias) === "default";
    });
    const name = specifier && child(specifier, "name");
    return name ? [resolve(tree, name, statement)] : [];
  });
}

/** The parameter patterns of a function, without defaults: `{ n }` of `{ n } = {}`. */
export function parameterPatterns(node: SyntaxNode): readonly SyntaxNode[] {
  const one = child(node, "parameter");
  if (one) return [one];
  return (child(node, "parameters")?.children ?? []).map(
    (parameter) => child(parameter, "pattern") ?? child(parameter, "left") ?? parameter,
  );
}

function resolve(tree: SyntaxTree, place: SyntaxNode, statement: SyntaxNode): DefaultExport {
  const value = unwrap(place);
  if (isFunction(value)) return { place, function: value, statement };
  if (value.type !== "identifier") return { place, function: null, statement };
  const named = topLevelFunction(tree, textOf(tree, value));
  return { place, function: named?.function ?? null, statement: named?.statement ?? statement };
}

function topLevelFunction(tree: SyntaxTree, name: string) {
  for (const outer of tree.root.children) {
    const statement = outer.type === "export_statement" ? (child(outer, "declaration") ?? outer) : outer;
    for (const one of [statement, ...statement.children]) {
      const declared = child(one, "name");
      if (!declared || textOf(tree, declared) !== name) continue;
      const value = one.type === "variable_declarator" ? child(one, "value") : one;
      if (value && isFunction(unwrap(value))) return { function: unwrap(value), statement: outer };
    }
  }
  return undefined;
}
