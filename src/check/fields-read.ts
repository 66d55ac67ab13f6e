import type { OptionSchema } from "../terms/option.ts";
import type { Reads } from "../terms/reads.ts";
import type { Binding } from "./binding.ts";
import { defaultExports, parameterPatterns } from "./default-function.ts";
import { lineIndex } from "./line-index.ts";
import { optionNames } from "./option-names.ts";
import type { Found } from "./record-trace.ts";
import type { Scopes } from "./scopes.ts";
import type { SyntaxNode, SyntaxTree } from "./syntax-tree.ts";
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
  const found = traceInput(input, { tree, scopes, optionNames: textNames(options, sources) });
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
function textNames(
  pattern: SyntaxNode | undefined,
  sources: { readonly tree: SyntaxTree; readonly scopes: Scopes; readonly schema: OptionSchema },
): ReadonlyMap<Binding, string> {
  const texts = sources.schema.options.filter(({ type, array }) => type === "string" && !array);
  const names = new Set(texts.map(({ name }) => name));
  return new Map([...optionNames(pattern, sources)].filter(([, name]) => names.has(name)));
}
