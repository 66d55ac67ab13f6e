import type { OpenAI } from "openai";
import { nearNames } from "../../terms/near.ts";

const LIST_MS = 5000;

/**
 * The models an endpoint says it has, those of a name like `wanted` first. Empty where it does not say. Throws
 * the signal's reason if aborted.
 */
export async function knownModels(
  client: OpenAI,
  wanted: string,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const names = await client.models.list({ ...(signal ? { signal } : {}), timeout: LIST_MS }).then(
    ({ data }) => data.map(({ id }) => id).filter((id) => typeof id === "string"),
    () => [],
  );
  signal?.throwIfAborted();
  const near = nearNames(wanted, names);
  const others = names.filter((name) => !near.includes(name)).sort();
  return [...near, ...others.sort((a, b) => shared(b, wanted) - shared(a, wanted))];
}

/** How many characters two names begin with alike. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
