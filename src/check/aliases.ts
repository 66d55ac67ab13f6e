import type { Binding } from "./binding.ts";
import type { Scopes } from "./scopes.ts";
import { type SyntaxNode, unwrap } from "./syntax-tree.ts";

/**
 * Which names are followed to what they were declared with: those that are never set again, or all. The first says
 * what a name holds, the second what it may hold.
 */
export type Followed = "fixed" | "all";

/**
 * The expression that a name stands for, through any number of further names; every other expression is itself.
 * A name that is declared without a value, or that leads back to itself, stays a name.
 */
export function behind(node: SyntaxNode, scopes: Scopes, followed: Followed = "fixed"): SyntaxNode {
  const memory = memoryOf(scopes)[followed];
  const passed: Binding[] = [];
  let at = unwrap(node);
  for (let next = nameIn(at, scopes, followed); next; next = nameIn(at, scopes, followed)) {
    const before = memory.get(next);
    // Met again on this very way: a circle.
    if (before === null) break;
    passed.push(next);
    memory.set(next, null);
    at = before ?? unwrap(next.value!);
    if (before) break;
  }
  for (const binding of passed) memory.set(binding, at);
  return at;
}

/** The binding of a name that can be followed. */
function nameIn(node: SyntaxNode, scopes: Scopes, followed: Followed): Binding | undefined {
  const binding = node.type === "identifier" ? scopes.of(node)?.binding : undefined;
  if (!binding?.value || (followed === "fixed" && scopes.isReassigned(binding))) return undefined;
  return binding;
}

// A chain of ten thousand names is followed once. Null: it is being followed.
type Memory = Readonly<Record<Followed, Map<Binding, SyntaxNode | null>>>;
const known = new WeakMap<Scopes, Memory>();

function memoryOf(scopes: Scopes): Memory {
  let memory = known.get(scopes);
  if (!memory) {
    memory = { fixed: new Map(), all: new Map() };
    known.set(scopes, memory);
  }
  return memory;
}
