import { readFileSync } from "node:fs";
import { documentNamed, isDocument } from "../../formats/document.ts";
import { parseCapability } from "../../terms/capability.ts";
import type { FormatName } from "../../terms/format.ts";
import type { Capability } from "../../terms/verdict.ts";
import { distPath } from "../installation.ts";

/**
 * The script that parses YAML and TOML, where a run may read one: the child cannot load it later. The names of its
 * inputs say so, `--from`, or the paths it was granted; in a granted folder there may be any file.
 */
export function documentsFor(run: {
  readonly from: FormatName | "auto";
  readonly names: readonly string[];
  readonly capabilities: readonly Capability[];
}): string | undefined {
  const { from, names, capabilities } = run;
  const isInput = isDocument(from) || (from === "auto" && names.some((name) => documentNamed(name) !== null));
  const isWanted = isInput || capabilities.some(mayBeDocument);
  return isWanted ? readFileSync(distPath("documents.js"), "utf8") : undefined;
}

function mayBeDocument(capability: Capability): boolean {
  const wanted = parseCapability(capability);
  if (typeof wanted === "string" || wanted.kind !== "read") return false;
  return wanted.path.endsWith("/") || documentNamed(wanted.path) !== null;
}
