import type { Binding } from "./binding.ts";
import type { Scopes } from "./scopes.ts";
import { child, outward, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

interface Sources {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
}

const known = new WeakMap<Scopes, { writes: ReadonlySet<SyntaxNode>; unchanged: Map<Binding, boolean> }>();

/**
 * Whether the list or object that a name holds is still as it was written: nothing is assigned to its
 * members, no method that changes a list is called on it, and it is handed to nobody who could do so.
 */
export function isUnchanged(binding: Binding, { tree, scopes }: Sources): boolean {
  const memory = memoryOf(scopes);
  let answer = memory.unchanged.get(binding);
  if (answer === undefined) {
    answer = scopes.referencesTo(binding).every(({ node }) => onlyReads(node, memory.writes, tree));
    memory.unchanged.set(binding, answer);
  }
  return answer;
}

function memoryOf(scopes: Scopes) {
  let memory = known.get(scopes);
  if (!memory) {
    memory = { writes: new Set(scopes.writes), unchanged: new Map() };
    known.set(scopes, memory);
  }
  return memory;
}

function onlyReads(use: SyntaxNode, writes: ReadonlySet<SyntaxNode>, tree: SyntaxTree): boolean {
  const { parent, held } = outward(use);
  if (!parent) return false;
  if (parent.type === "member_expression" || parent.type === "subscript_expression") {
    if (held.field === "index") return true;
    if (writes.has(parent) || changes(parent, tree)) return false;
    const { parent: further } = outward(parent);
    const isDeeper = further?.type === "member_expression" || further?.type === "subscript_expression";
    return !isDeeper || onlyReads(parent, writes, tree);
  }
  if (parent.type === "for_in_statement") return held.field === "right";
  if (parent.type === "variable_declarator") return child(parent, "name")?.type !== "identifier";
  return READERS.has(parent.type);
}

const READERS = new Set([
  ...["spread_element", "binary_expression", "template_substitution", "unary_expression"],
]);

/** A call of a method that may change its list. */
function changes(member: SyntaxNode, tree: SyntaxTree): boolean {
  const { parent, held } = outward(member);
  if (parent?.type !== "call_expression" || held.field !== "function") return false;
  const property = child(member, "property");
  return !property || !PURE.has(textOf(tree, property));
}

const PURE = new Set([
  ...["join", "map", "filter", "slice", "concat", "flat", "flatMap", "at", "includes", "indexOf", "find"],
  ...["some", "every", "reduce", "keys", "values", "entries", "toString", "toReversed", "charAt", "split"],
  ...["toSorted", "with", "findIndex", "lastIndexOf", "findLast", "reduceRight", "toSpliced", "charCodeAt"],
]);
