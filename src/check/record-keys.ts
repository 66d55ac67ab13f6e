import { parameterPatterns } from "./default-function.ts";
import { fold } from "./fold.ts";
import { argumentsBefore } from "./member-use.ts";
import type { Trace } from "./record-trace.ts";
import type { Binding } from "./scopes.ts";
import { child, isFunction, outward, type SyntaxNode, unwrap } from "./syntax-tree.ts";

// Functions that hand a key on to each other.
const CALLS_MOST = 4;

/**
 * Take down which field a key names: one that is known, or the value of an option, here or where the function is called.
 * False where it may be any.
 */
export function readsKey(key: SyntaxNode, trace: Trace, depth = 0): boolean {
  const constant = fold(key, trace);
  if (constant !== undefined) trace.fields.add(`${constant}`);
  if (constant !== undefined) return true;
  const binding = trace.scopes.of(unwrap(key))?.binding;
  const option = binding ? trace.optionNames.get(binding) : undefined;
  if (option !== undefined) trace.options.add(option);
  if (option !== undefined) return true;
  const calls = binding && depth < CALLS_MOST ? callsWith(binding, trace) : null;
  return calls?.every((one) => one !== undefined && readsKey(one, trace, depth + 1)) ?? false;
}

/** What a parameter is called with; null where that is not known. */
function callsWith(parameter: Binding, { scopes }: Trace): readonly (SyntaxNode | undefined)[] | null {
  const { declaration, kind, node } = parameter;
  const name = isFunction(declaration) ? child(declaration, "name") : undefined;
  const own = name && scopes.declaredBy(name);
  if (kind !== "parameter" || !own || scopes.isReassigned(parameter) || scopes.isReassigned(own)) return null;
  const place = parameterPatterns(declaration).indexOf(node);
  const isPlain = child(declaration, "parameters")?.children[place] === node;
  const uses = scopes.referencesTo(own).map((use) => outward(use.node));
  const isCalled = uses.every(
    ({ parent, held }) => parent?.type === "call_expression" && held.field === "function",
  );
  return isPlain && isCalled ? uses.map(({ parent }) => argumentsBefore(parent!, place)?.[place]) : null;
}
