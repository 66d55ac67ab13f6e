import { calledWith } from "./called-with.ts";
import { fold } from "./fold.ts";
import type { Trace } from "./record-trace.ts";
import { type SyntaxNode, unwrap } from "./syntax-tree.ts";

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
  const calls = binding && depth < CALLS_MOST ? calledWith(binding, trace.scopes) : null;
  return calls?.every((one) => one !== undefined && readsKey(one, trace, depth + 1)) ?? false;
}
