import type { Binding } from "./binding.ts";
import { keyName } from "./fold.ts";
import type { Scopes } from "./scopes.ts";
import { child, type SyntaxNode, type SyntaxTree } from "./syntax-tree.ts";

/** The key of an entry of a pattern, as it is written, and what it is taken as, without a default. */
export function entryOf(entry: SyntaxNode): {
  readonly key?: SyntaxNode | undefined;
  readonly target?: SyntaxNode | undefined;
} {
  if (entry.type === "rest_pattern") return {};
  const name = child(entry, "left") ?? entry;
  if (entry.type !== "pair_pattern") return { key: name, target: name };
  const value = child(entry, "value");
  return { key: child(entry, "key"), target: value && (child(value, "left") ?? value) };
}

/** The names that hold the value of an option and nothing else: by the pattern of the second parameter. */
export function optionNames(
  pattern: SyntaxNode | undefined,
  { tree, scopes }: { readonly tree: SyntaxTree; readonly scopes: Scopes },
): ReadonlyMap<Binding, string> {
  const names = new Map<Binding, string>();
  for (const entry of pattern?.type === "object_pattern" ? pattern.children : []) {
    const { key, target } = entryOf(entry);
    const name = key && keyName(key, { tree, scopes });
    const binding = target && scopes.declaredBy(target);
    if (name !== undefined && binding && !scopes.isReassigned(binding)) names.set(binding, name);
  }
  return names;
}
