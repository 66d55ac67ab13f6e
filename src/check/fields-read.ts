import type { OptionSchema } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { keyName } from "./fold.ts";
import { lineIndex } from "./line-index.ts";
import type { Found } from "./record-trace.ts";
import type { Binding, Scopes } from "./scopes.ts";
import { child, type SyntaxNode, type SyntaxTree } from "./syntax-tree.ts";
import { traceInput } from "./trace-records.ts";

/**
 * The fields that a snippet reads of its records, where that can be proven: each record is only taken apart by names
 * that are known, here or in functions of the module that it is handed to. Anything else is "all".
 */
export function deriveReads(sources: {
  readonly tree: SyntaxTree;
  readonly scopes: Scopes;
  readonly schema: OptionSchema;
}): Reads {
  const { tree, scopes } = sources;
  const main = defaultExports(tree)[0]?.function;
  const [input, options] = main ? parameterPatterns(main) : [];
  if (!input) return { kind: "no-records" };
  const implicit = scopes.references.find(({ name, binding }) => name === "arguments" && !binding);
  if (implicit) return { kind: "all", why: `\`arguments\` may be anything${onLine(tree, implicit.node)}` };
  const found = traceInput(input, { tree, scopes, optionNames: optionNames(options, sources) });
  return readsOf(found, tree);
}

function readsOf({ problem, fields, options, recordsRead, isAsked }: Found, tree: SyntaxTree): Reads {
  if (problem) return { kind: "all", why: `${problem.why}${onLine(tree, problem.place)}` };
  if (recordsRead) return { kind: "fields", fields: [...fields].sort(), options: [...options].sort() };
  return { kind: isAsked ? "asked" : "no-records" };
}

function onLine(tree: SyntaxTree, place: SyntaxNode): string {
  return ` (line ${lineIndex(tree.text)(place.start, place.end).line})`;
}

/** Names that hold the text of an option. */
function optionNames(
  pattern: SyntaxNode | undefined,
  {
    tree,
    scopes,
    schema,
  }: { readonly tree: SyntaxTree; readonly scopes: Scopes; readonly schema: OptionSchema },
): ReadonlyMap<Binding, string> {
  const names = new Map<Binding, string>();
  for (const entry of pattern?.type === "object_pattern" ? pattern.children : []) {
    const [key, target] = entryOf(entry);
    const name = key && keyName(key, { tree, scopes });
    const binding = target && scopes.declaredBy(target);
    const option = schema.options.find((one) => one.name === name);
    if (!binding || scopes.isReassigned(binding) || option?.type !== "string" || option.array) continue;
    names.set(binding, option.name);
  }
  return names;
}

function entryOf(entry: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  if (entry.type === "rest_pattern") return [];
  const name = child(entry, "left") ?? entry;
  if (entry.type !== "pair_pattern") return [name, name];
  const value = child(entry, "value");
  return [child(entry, "key"), value && (child(value, "left") ?? value)];
}
