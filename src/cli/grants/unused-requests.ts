import { ANYTHING, grantedPath, parseCapability } from "../../terms/capability.ts";
import type { Capability } from "../../terms/verdict.ts";

/**
 * Of what a directive requests, what no part of the code asks for. Where the code does not say which path or name, all of
 * that kind are used.
 */
export function unusedRequests({
  asked,
  requested,
}: {
  readonly asked: readonly Capability[];
  readonly requested: readonly Capability[];
}): readonly Capability[] {
  return requested.filter((one) => !asked.some((wanted) => uses(wanted, one)));
}

function uses(asked: Capability, request: Capability): boolean {
  if (asked === request) return true;
  const wanted = parseCapability(request);
  if (typeof wanted === "string" || !asked.startsWith(`${wanted.kind}:`)) return false;
  const written = asked.slice(wanted.kind.length + 1);
  return written === ANYTHING || ("path" in wanted && grantedPath([wanted.path], written) !== null);
}
