import type { Binding } from "./binding.ts";
import { lookUp } from "./scope.ts";
import { walkScopes } from "./scope-walk.ts";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";
import { writeTargets } from "./write-targets.ts";

/** A use of a name: of a binding, or of a global where `binding` is null. */
export interface Reference {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly binding: Binding | null;
}

export interface Scopes {
  readonly references: readonly Reference[];
  /** Every expression that is assigned to, updated or deleted. */
  readonly writes: readonly SyntaxNode[];
  /** The reference an identifier node is, if it is one. */
  of(node: SyntaxNode): Reference | undefined;
  referencesTo(binding: Binding): readonly Reference[];
  /** Whether anything after its declaration changes it. */
  isReassigned(binding: Binding): boolean;
  /** Where its value is assigned to, after its declaration. */
  writesTo(binding: Binding): readonly SyntaxNode[];
  /** The binding a declaring identifier makes. */
  declaredBy(node: SyntaxNode): Binding | undefined;
}

/**
 * Resolve every identifier by the scoping rules of an ECMAScript module (always strict): hoisting, blocks,
 * parameters apart from the body, class and function names of their own, catch and loop bindings. Property
 * names and labels are no references.
 */
export function resolveScopes(tree: SyntaxTree): Scopes {
  const { found, declared } = walkScopes(tree);
  const uses = new Map<SyntaxNode, Reference>();
  const byBinding = new Map<Binding, Reference[]>();
  for (const { name, node, scope } of found) {
    const reference = { name, node, binding: lookUp(scope, name) };
    uses.set(node, reference);
    if (reference.binding) {
      const others = byBinding.get(reference.binding);
      if (others) others.push(reference);
      else byBinding.set(reference.binding, [reference]);
    }
  }
  const targets = writeTargets(tree);
  const written = new Map<Binding, SyntaxNode[]>();
  for (const target of targets) {
    const binding = uses.get(target)?.binding;
    if (!binding) continue;
    const others = written.get(binding);
    if (others) others.push(target);
    else written.set(binding, [target]);
  }
  return {
    references: [...uses.values()],
    writes: targets,
    of: (node) => uses.get(node),
    referencesTo: (binding) => byBinding.get(binding) ?? [],
    isReassigned: (binding) => written.has(binding),
    writesTo: (binding) => written.get(binding) ?? [],
    declaredBy: (node) => declared.get(node),
  };
}
