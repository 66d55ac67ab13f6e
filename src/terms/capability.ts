import type { Capability } from "./verdict.ts";

/**
 * A capability taken apart. A path is absolute; one that ends in `/` is a folder with everything beneath it. `*` stands for
 * what the code does not say: it can be asked for, and is never granted as it is.
 */
export type Wanted =
  | { readonly kind: "read" | "write"; readonly path: string }
  | { readonly kind: "env"; readonly name: string }
  | { readonly kind: "clock" | "random" };

/** The name of what is asked for, where the argument cannot be seen in the code. */
export const ANYTHING = "*";

const LATER = ["net", "run", "tool", "model"];
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Read `read:PATH`, `write:PATH`, `env:NAME`, `clock` or `random`. What is none of them comes back as a sentence
 * that says why.
 */
export function parseCapability(text: string): Wanted | string {
  const colon = text.indexOf(":");
  const kind = colon === -1 ? text : text.slice(0, colon);
  const rest = colon === -1 ? "" : text.slice(colon + 1);
  if (LATER.includes(kind)) return `${kind} comes later, through the host`;
  if (kind === "clock" || kind === "random")
    return colon === -1 ? { kind } : `${kind} takes nothing after it`;
  if (kind === "env") return VARIABLE.test(rest) ? { kind, name: rest } : badName(rest);
  if (kind === "read" || kind === "write")
    return rest === "" ? `${kind}: needs a path` : { kind, path: rest };
  return "it must be read:PATH, write:PATH, env:NAME, clock or random";
}

function badName(name: string): string {
  return name === "" ? "env: needs a name" : `${JSON.stringify(name)} is not the name of a variable`;
}

/** The inverse of {@link parseCapability}. */
export function formatCapability(wanted: Wanted): Capability {
  if ("path" in wanted) return `${wanted.kind}:${wanted.path}`;
  return wanted.kind === "env" ? `env:${wanted.name}` : wanted.kind;
}

/** Sorted, each once: equal sets are equal lists. */
export function capabilityList(capabilities: Iterable<Capability>): readonly Capability[] {
  return [...new Set(capabilities)].sort();
}

/** Whether a grant is at least what is wanted. Paths of both are absolute and fixed. */
export function covers(grant: Wanted, wanted: Wanted): boolean {
  if ("path" in grant) {
    if (!("path" in wanted) || grant.kind !== wanted.kind) return false;
    return grant.path === wanted.path || (grant.path.endsWith("/") && wanted.path.startsWith(grant.path));
  }
  return formatCapability(grant) === formatCapability(wanted);
}

/**
 * The one path that a path written in code stands for, among those that are granted: itself; or, where it is relative, the file
 * that ends with it, or else its place beneath a folder. Null where there is none, or more than one.
 */
export function grantedPath(granted: readonly string[], written: string): string | null {
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length === 0 || parts.includes("..")) return null;
  const path = parts.join("/");
  if (written.startsWith("/")) return granted.some((grant) => holds(grant, `/${path}`)) ? `/${path}` : null;
  const files = granted.filter((grant) => grant.endsWith(`/${path}`));
  const folders = granted.filter((grant) => grant.endsWith("/")).map((grant) => beneath(grant, parts));
  const found = new Set(files.length > 0 ? files : folders);
  return found.size === 1 ? [...found][0]! : null;
}

function holds(grant: string, path: string): boolean {
  return grant === path || grant === `${path}/` || (grant.endsWith("/") && path.startsWith(grant));
}

/** Where a path lies in a folder: what the folder's own path ends with is not repeated. */
function beneath(folder: string, parts: readonly string[]): string {
  for (let shared = parts.length; shared > 0; shared--) {
    if (!folder.endsWith(`/${parts.slice(0, shared).join("/")}/`)) continue;
    return [folder.slice(0, -1), ...parts.slice(shared)].join("/");
  }
  return folder + parts.join("/");
}
