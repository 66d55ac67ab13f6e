import type { Capability } from "../terms/verdict.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { fold, keyName, memberName } from "./fold.ts";
import type { Binding, Scopes } from "./scopes.ts";
import { child, outward, type SyntaxNode, type SyntaxTree, unwrap } from "./syntax-tree.ts";

/** One place where a snippet asks for something beyond its input. */
export interface Asked {
  readonly capability: Capability;
  readonly place: SyntaxNode;
}

/** What the code asks for, and names taken from the levers that are no lever. */
export interface Capabilities {
  readonly asked: readonly Asked[];
  readonly unknown: readonly { readonly name: string; readonly place: SyntaxNode }[];
}

interface Sources {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
}

const LEVERS = new Map<string, string>([
  ["read", "read:"],
  ["write", "write:"],
  ["env", "env:"],
  ["now", "clock"],
  ["random", "random"],
]);

/**
 * Derive the capabilities from the code: the levers of the third parameter, the clock in `Date` and
 * `Temporal`, randomness in `Math`. Where the exact use cannot be seen, the widest is assumed.
 */
export function deriveCapabilities({ tree, scopes }: Sources): Capabilities {
  const sources = { tree, scopes };
  const asked = [...clockAndRandom(sources)];
  const unknown: { name: string; place: SyntaxNode }[] = [];
  const main = defaultExports(tree)[0]?.function;
  const levers = main ? parameterPatterns(main)[2] : undefined;
  if (levers) fromLevers(levers, sources, asked, unknown);
  return { asked, unknown };
}

function fromLevers(
  pattern: SyntaxNode,
  sources: Sources,
  asked: Asked[],
  unknown: { name: string; place: SyntaxNode }[],
): void {
  const ask = (name: string | undefined, place: SyntaxNode, argument: string | undefined): void => {
    const start = name === undefined ? undefined : LEVERS.get(name);
    if (start) asked.push({ capability: start.endsWith(":") ? start + (argument ?? "*") : start, place });
    else if (name !== undefined) unknown.push({ name, place });
    else for (const all of LEVERS.keys()) ask(all, place, undefined);
  };
  if (pattern.type === "object_pattern") {
    for (const entry of pattern.children) {
      const { key, target } = entryOf(entry);
      const name = key && keyName(key, sources);
      const binding = target && sources.scopes.declaredBy(target);
      if (!binding) ask(name, entry, undefined);
      else forEachUse(binding, sources, (use) => ask(name, use, calledWith(use, sources)));
    }
    return;
  }
  const binding = sources.scopes.declaredBy(pattern);
  if (!binding) {
    ask(undefined, pattern, undefined);
    return;
  }
  forEachUse(binding, sources, (use) => {
    const { parent, held } = outward(use);
    const isMember = parent?.type === "member_expression" || parent?.type === "subscript_expression";
    if (!parent || !isMember || held.field !== "object") ask(undefined, use, undefined);
    else ask(memberName(parent, sources), parent, calledWith(parent, sources));
  });
}

function forEachUse(binding: Binding, { scopes }: Sources, act: (use: SyntaxNode) => void): void {
  for (const { node } of scopes.referencesTo(binding)) act(node);
}

function entryOf(entry: SyntaxNode): { key?: SyntaxNode | undefined; target?: SyntaxNode | undefined } {
  if (entry.type === "pair_pattern") {
    const value = child(entry, "value");
    return { key: child(entry, "key"), target: value && (child(value, "left") ?? value) };
  }
  if (entry.type === "rest_pattern") return {};
  const name = child(entry, "left") ?? entry;
  return { key: name, target: name };
}

/** The constant first argument of the call that a node is the callee of. */
function calledWith(node: SyntaxNode, sources: Sources): string | undefined {
  const { parent, held } = outward(node);
  if (parent?.type !== "call_expression" || held.field !== "function") return undefined;
  const first = child(parent, "arguments")?.children[0];
  const value = first && fold(first, sources);
  return typeof value === "string" ? value : undefined;
}

function* clockAndRandom(sources: Sources): Generator<Asked> {
  for (const { name, node, binding } of sources.scopes.references) {
    if (binding) continue;
    if (name === "Date" && readsClock(node, sources)) yield { capability: "clock", place: node };
    if (name === "Temporal" && !isMemberOtherThan(node, "Now", sources)) {
      yield { capability: "clock", place: node };
    }
    if (name === "Math" && !isMemberOtherThan(node, "random", sources)) {
      yield { capability: "random", place: node };
    }
  }
}

function readsClock(node: SyntaxNode, sources: Sources): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "new_expression" && held.field === "constructor") {
    return (child(parent, "arguments")?.children.length ?? 0) === 0;
  }
  if (parent?.type === "binary_expression" && held.field === "right") {
    return !parent.tokens.includes("instanceof");
  }
  return !isMemberOtherThan(node, "now", sources);
}

/** Whether a global is only used for a member that is known and not the one named. */
function isMemberOtherThan(node: SyntaxNode, name: string, sources: Sources): boolean {
  const { parent, held } = outward(node);
  if (parent?.type === "member_expression" || parent?.type === "subscript_expression") {
    if (held.field !== "object") return false;
    const member = memberName(parent, sources);
    return member !== undefined && member !== name;
  }
  if (parent?.type === "variable_declarator" && held.field === "value") {
    const pattern = child(parent, "name");
    if (pattern?.type !== "object_pattern") return false;
    return pattern.children.every((entry) => {
      const { key } = entryOf(entry);
      const known = key && keyName(unwrap(key), sources);
      return known !== undefined && known !== name;
    });
  }
  return false;
}
