import { join } from "node:path";
import type { Compiled } from "../terms/command.ts";
import { LATER_LIMITS } from "../terms/limit.ts";
import { READS_UNKNOWN } from "../terms/reads.ts";
import { atomicWrite } from "./atomic-write.ts";
import { isObject, readJson } from "./read-json.ts";

/** Store what `writ run NAME` starts from. */
export function storeCompiled(folder: string, compiled: Compiled): void {
  atomicWrite(join(folder, `${compiled.name}.json`), `${JSON.stringify(compiled)}\n`);
}

/** Read it again; null where there is none or it is not one of ours. Own files, so a short look suffices. */
export function readCompiled(folder: string, name: string): Compiled | null {
  const stored = readJson(join(folder, `${name}.json`));
  const ours =
    isObject(stored) &&
    stored.v === 1 &&
    stored.name === name &&
    typeof stored.sha256 === "string" &&
    typeof stored.directiveSha256 === "string" &&
    typeof stored.javascript === "string" &&
    isObject(stored.schema) &&
    Array.isArray(stored.schema.options) &&
    stored.schema.options.every((spec) => isObject(spec) && typeof spec.name === "string") &&
    isObject(stored.values) &&
    Array.isArray(stored.capabilities) &&
    isObject(stored.limits) &&
    typeof stored.requiredLevel === "string";
  if (!ours) return null;
  const compiled = stored as unknown as Compiled;
  return {
    ...compiled,
    reads: compiled.reads ?? READS_UNKNOWN,
    limits: { ...LATER_LIMITS, ...compiled.limits },
  };
}
