import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Approval, Compiled } from "../terms/command.ts";
import type { OptionValue } from "../terms/option.ts";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";
import { sha256 } from "./sha256.ts";

/**
 * The key of an approval: sha256 over the snippet's hash, capabilities, limits and required level, so that
 * any difference in them is another approval. Not covered on purpose: the name and the engine's version.
 */
export function approvalKey(
  approval: Pick<Approval, "sha256" | "capabilities" | "limits" | "requiredLevel">,
): string {
  const { cpuMs, wallMs, memoryBytes, outputBytes } = approval.limits;
  return sha256(
    JSON.stringify([
      approval.sha256,
      [...approval.capabilities].sort(),
      [cpuMs, wallMs, memoryBytes, outputBytes],
      approval.requiredLevel,
    ]),
  );
}

/** Store a yes. Throws `state-unusable`. */
export function storeApproval(state: string, approval: Approval): void {
  const path = join(statePaths(state).approvals, `${approvalKey(approval)}.json`);
  atomicWrite(path, `${JSON.stringify(approval, null, 2)}\n`);
}

/** Whether there is a yes to exactly these bytes, capabilities, limits and level. */
export function isApproved(
  state: string,
  wanted: Pick<Approval, "sha256" | "capabilities" | "limits" | "requiredLevel">,
): boolean {
  const key = approvalKey(wanted);
  const stored = readJson(join(statePaths(state).approvals, `${key}.json`));
  return isObject(stored) && stored.v === 1 && approvalKey(stored as unknown as Approval) === key;
}

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
    Array.isArray(stored.capabilities) &&
    isObject(stored.limits) &&
    typeof stored.requiredLevel === "string";
  return ours ? (stored as unknown as Compiled) : null;
}

/** The schema with a directive's own option values as defaults. */
export function withDefaults(
  schema: Compiled["schema"],
  values: Readonly<Record<string, OptionValue>> | undefined,
): Compiled["schema"] {
  if (!values) return schema;
  const options = schema.options.map((spec) => {
    const value = values[spec.name];
    return value === undefined ? spec : { ...spec, default: value, required: false };
  });
  return { ...schema, options };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
