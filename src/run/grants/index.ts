import { parseCapability, type Wanted } from "../../terms/capability.ts";
import type { Capability } from "../../terms/verdict.ts";
import { clock } from "./clock.ts";
import { env } from "./env.ts";
import type { Granted, GrantRow } from "./grant.ts";
import { random } from "./random.ts";
import { read } from "./read.ts";
import { write } from "./write.ts";

/** Every kind of capability that can be granted. What has no row here cannot. */
export const GRANTS: { readonly [K in Wanted["kind"]]: GrantRow<K> } = { read, write, env, clock, random };

/**
 * What approved capabilities and the input files of one run open. Throws for a capability that is none, or that was never
 * narrowed to one path or name: such a one does not get through an approval.
 */
export function grantsFor(
  capabilities: readonly Capability[],
  inputs: readonly string[],
): readonly Granted[] {
  return [...capabilities.map(grantFor), ...inputs.map(inputFile)];
}

function grantFor(capability: Capability): Granted {
  const wanted = parseCapability(capability);
  if (typeof wanted === "string") throw new Error(`${capability} cannot be granted: ${wanted}`);
  if ("path" in wanted && !wanted.path.startsWith("/")) throw new Error(`${capability} names no one path`);
  return (GRANTS[wanted.kind] as GrantRow<Wanted["kind"]>).grant(wanted);
}

/** A FILE of this run, which is no capability: whatever its name leads to now. */
function inputFile(path: string): Granted {
  return { permission: { flag: "read", value: path }, path: { path, access: "read", fixed: false } };
}
