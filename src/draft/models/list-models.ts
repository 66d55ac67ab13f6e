import type { Failure } from "../../terms/failure.ts";
import { clientFor, goDirect } from "./client.ts";
import { statusOf } from "./client-error.ts";
import { modelFailure } from "./model-failure.ts";
import type { Endpoint } from "./resolve-endpoint.ts";

/** What an endpoint says of its models. `no-list`: it answers, and not with a list. */
export type Listed =
  | { readonly kind: "listed"; readonly models: readonly string[] }
  | { readonly kind: "no-list" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Statuses of a server that has no list, whatever else it has. */
const NO_LIST = [404, 405, 501];
const LIST_MS = 5000;

/** Ask an endpoint for its models; nothing else is sent but the key. Throws the signal's reason if aborted. */
export async function listModels(
  endpoint: Endpoint,
  { signal, waitMs = LIST_MS }: { readonly signal: AbortSignal; readonly waitMs?: number },
): Promise<Listed> {
  const { host, loopback } = endpoint;
  const restoreProxy = loopback ? goDirect() : () => {};
  const timeout = AbortSignal.timeout(waitMs);
  try {
    const client = await clientFor(endpoint);
    const answer: unknown = await client.get("/models", { signal: AbortSignal.any([signal, timeout]) });
    return listed(answer);
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return failed({ kind: "model-slow", host, wait: "list", waitedMs: waitMs });
    if (NO_LIST.includes(statusOf(error) ?? 0)) return { kind: "no-list" };
    return failed(modelFailure(error, { endpoint, messages: [], attempts: 1, hasBegun: false }).failure);
  } finally {
    restoreProxy();
  }
}

function listed(answer: unknown): Listed {
  const { data } = Object(answer) as { readonly data?: unknown };
  if (!Array.isArray(data)) return { kind: "no-list" };
  const names = data.map((one: unknown) => (Object(one) as { readonly id?: unknown }).id);
  return { kind: "listed", models: names.filter((id) => typeof id === "string") };
}

function failed(failure: Failure): Listed {
  return { kind: "failed", failure };
}
