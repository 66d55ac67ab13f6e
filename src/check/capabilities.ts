import type { OptionSchema } from "../terms/option.ts";
import type { Capability } from "../terms/verdict.ts";
import type { Binding } from "./binding.ts";
import { clockAndRandom } from "./clock-and-random.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { keyName, memberName } from "./fold.ts";
import { entryOf, optionNames } from "./option-names.ts";
import { type OptionSources, possibleTexts } from "./possible-texts.ts";
import type { Scopes } from "./scopes.ts";
import { child, isFunction, outward, type SyntaxNode, type SyntaxTree, textOf } from "./syntax-tree.ts";

/** One place where a snippet asks for something beyond its input. */
export interface Asked {
  readonly capability: Capability;
  readonly place: SyntaxNode;
}

/** A name that is taken from the levers. */
export interface Taken {
  readonly name: string;
  readonly place: SyntaxNode;
}

/** What the code asks for; names taken from the levers that are no lever; and what is taken and not used. */
export interface Capabilities {
  readonly asked: readonly Asked[];
  readonly unknown: readonly Taken[];
  readonly unused: readonly Taken[];
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
export function deriveCapabilities({
  tree,
  scopes,
  schema,
}: {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  readonly schema: OptionSchema;
}): Capabilities {
  const main = defaultExports(tree)[0]?.function;
  const [, options, levers] = main ? parameterPatterns(main) : [];
  const names = optionNames(options, { tree, scopes });
  const all = options && scopes.declaredBy(options);
  const following: Following = {
    sources: { tree, scopes, schema, names, all },
    ...{ asked: [...clockAndRandom({ tree, scopes })], unknown: [], unused: [] },
    ...{ waiting: [], followed: new Set() },
  };
  if (levers) takeLevers(levers, following);
  if (main) ofArguments(main, following);
  for (const { binding, lever } of following.waiting) {
    for (const { node } of scopes.referencesTo(binding)) {
      if (lever === null) ofLevers(node, following);
      else ofLever(lever, node, node, following);
    }
  }
  return following;
}

/** The levers as they are followed. `lever` is null for a name that holds all of them. */
interface Following {
  readonly sources: OptionSources;
  readonly asked: Asked[];
  readonly unknown: Taken[];
  readonly unused: Taken[];
  readonly waiting: { readonly binding: Binding; readonly lever: string | null }[];
  readonly followed: Set<Binding>;
}

/** `arguments[2]` are the levers too: of the main function, which no arrow function has. */
function ofArguments(main: SyntaxNode, following: Following): void {
  const { scopes } = following.sources;
  for (const { name, node, binding } of scopes.references) {
    if (name !== "arguments" || binding || ownerOf(node) !== main || isHarmless(node, following)) continue;
    ask(undefined, node, undefined, following);
  }
}

function ownerOf(node: SyntaxNode): SyntaxNode | null {
  let at = node.parent;
  while (at && (!isFunction(at) || at.type === "arrow_function")) at = at.parent;
  return at;
}

/** Of the arguments, how many there are, the input or the options. */
function isHarmless(node: SyntaxNode, { sources }: Following): boolean {
  const { parent, held } = outward(node);
  const name = isMember(parent) && held.field === "object" ? memberName(parent, sources) : undefined;
  return name === "length" || name === "0" || name === "1";
}

/** A pattern takes the levers: apart, or whole. */
function takeLevers(pattern: SyntaxNode, following: Following): void {
  if (pattern.type !== "object_pattern") {
    follow(pattern, null, following);
    return;
  }
  for (const entry of pattern.children) {
    const { key, target } = entryOf(entry);
    const name = key && keyName(key, following.sources);
    if (name === undefined || !target) ask(undefined, entry, undefined, following);
    else if (LEVERS.has(name)) follow(target, name, following);
    else following.unknown.push({ name, place: entry });
  }
}

function follow(target: SyntaxNode, lever: string | null, following: Following): void {
  const { scopes, tree } = following.sources;
  const binding = scopes.declaredBy(target);
  if (!binding || scopes.isReassigned(binding)) {
    ask(lever ?? undefined, target, undefined, following);
    return;
  }
  if (following.followed.has(binding)) return;
  following.followed.add(binding);
  following.waiting.push({ binding, lever });
  const isUsed = scopes.referencesTo(binding).length > 0 || binding.name.startsWith("_");
  if (!isUsed) following.unused.push({ name: lever ?? textOf(tree, target), place: target });
}

function ofLevers(use: SyntaxNode, following: Following): void {
  const { parent, held } = outward(use);
  const taken = declared(use);
  if (taken) takeLevers(taken, following);
  else if (!isMember(parent) || held.field !== "object") ask(undefined, use, undefined, following);
  else {
    const name = memberName(parent, following.sources);
    if (name === undefined) ask(undefined, parent, undefined, following);
    else ofLever(name, parent, parent, following);
  }
}

function isMember(node: SyntaxNode | null): node is SyntaxNode {
  return node?.type === "member_expression" || node?.type === "subscript_expression";
}

/** One lever is called, gets another name, or goes where it cannot be followed. */
function ofLever(name: string, use: SyntaxNode, place: SyntaxNode, following: Following): void {
  const taken = LEVERS.has(name) ? declared(use) : undefined;
  if (taken?.type === "identifier") follow(taken, name, following);
  else ask(name, place, calledWith(use, following.sources), following);
}

/** The pattern that an expression is declared as. */
function declared(node: SyntaxNode): SyntaxNode | undefined {
  const { parent, held } = outward(node);
  if (parent?.type !== "variable_declarator" || held.field !== "value") return undefined;
  const pattern = child(parent, "name");
  return pattern?.type === "identifier" || pattern?.type === "object_pattern" ? pattern : undefined;
}

/** Ask for one lever with these paths or names, for any of them where there are none; for all levers where it has no name. */
function ask(
  name: string | undefined,
  place: SyntaxNode,
  texts: readonly string[] | undefined,
  following: Following,
): void {
  if (name === undefined) {
    for (const all of LEVERS.keys()) ask(all, place, undefined, following);
    return;
  }
  const start = LEVERS.get(name);
  if (!start) following.unknown.push({ name, place });
  else if (!start.endsWith(":")) following.asked.push({ capability: start, place });
  else for (const text of texts ?? ["*"]) following.asked.push({ capability: start + text, place });
}

/** What the first argument can be, of the call that a node is the callee of. */
function calledWith(node: SyntaxNode, sources: OptionSources): readonly string[] | undefined {
  const { parent, held } = outward(node);
  if (parent?.type !== "call_expression" || held.field !== "function") return undefined;
  const first = child(parent, "arguments")?.children[0];
  const texts = first && possibleTexts(first, sources);
  return texts?.length === 0 ? undefined : texts;
}
