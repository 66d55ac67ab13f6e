import type { Output } from "./output.ts";

/**
 * Write what a snippet gave back: the items of an iterable, sync or async, that is not text or bytes; one
 * item of anything else.
 */
export async function emitResult(result: unknown, { emit }: Pick<Output, "emit">): Promise<void> {
  const value = isThenable(result) ? await result : result;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) emit(value);
  else if (Symbol.iterator in value) for (const item of value as Iterable<unknown>) emit(item);
  else if (Symbol.asyncIterator in value)
    for await (const item of value as AsyncIterable<unknown>) emit(item);
  else emit(value);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
