import { readyPath } from "../../host/ready-path.ts";
import type { Places } from "../../keep/places.ts";
import { parseCapability } from "../../terms/capability.ts";
import { variableOf } from "../../terms/granted-variable.ts";
import type { Capability } from "../../terms/verdict.ts";
import { ownPlaces } from "./own-places.ts";

/**
 * Make what was granted ready for one run: paths are looked at again, missing files to write are made, and variables are
 * taken from the environment, under the names that the child knows them by. Throws `grant-unusable`.
 */
export function readyGrants(
  capabilities: readonly Capability[],
  { places, env }: { readonly places: Places; readonly env: NodeJS.ProcessEnv },
): { readonly variables: Readonly<Record<string, string>> } {
  const variables: Record<string, string> = {};
  for (const capability of capabilities) {
    const wanted = parseCapability(capability);
    if (typeof wanted === "string") continue;
    if ("path" in wanted) readyPath(wanted.path, wanted.kind, ownPlaces(places));
    if (wanted.kind !== "env") continue;
    const value = env[wanted.name];
    if (value !== undefined) variables[variableOf(wanted.name)] = value;
  }
  return { variables };
}
