import { join } from "node:path";
import type { Approval } from "../terms/command.ts";
import { LATER_LIMITS, type Limits } from "../terms/limit.ts";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";
import { isObject, readJson, refuseNewer } from "./read-json.ts";
import { sha256 } from "./sha256.ts";

/** What an approval is found by. */
export type Approvable = Pick<
  Approval,
  "sha256" | "values" | "project" | "capabilities" | "limits" | "requiredLevel"
>;

/**
 * The key of an approval: sha256 over the snippet's hash, its own option values, its project, capabilities,
 * limits and required level, so that any difference in them is another approval. Not covered on purpose: the
 * name, the directive's words and the engine's version.
 */
export function approvalKey(approval: Approvable): string {
  const { cpuMs, wallMs, memoryBytes, outputBytes, ...later } = approval.limits;
  return sha256(
    JSON.stringify([
      approval.sha256,
      Object.entries(approval.values).sort(([a], [b]) => (a < b ? -1 : 1)),
      approval.project,
      [...approval.capabilities].sort(),
      [cpuMs, wallMs, memoryBytes, outputBytes, ...changed(later)],
      approval.requiredLevel,
    ]),
  );
}

/** Limits that came later, where they are not as they are for a yes that does not know them. */
function changed(limits: Partial<Limits>): readonly (readonly [string, unknown])[] {
  const usual: Readonly<Record<string, unknown>> = LATER_LIMITS;
  return Object.entries(limits)
    .filter(([name, value]) => value !== usual[name])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where a yes to this lies, if there is one. */
export function approvalPath(state: string, wanted: Approvable): string {
  return join(statePaths(state).approvals, `${approvalKey(wanted)}.json`);
}

/** Store a yes. Throws `state-unusable`. */
export function storeApproval(state: string, approval: Omit<Approval, "v">): void {
  const { name, origin, sha256, values, project, capabilities, limits, requiredLevel, at } = approval;
  const path = approvalPath(state, approval);
  refuseNewer(path);
  const stored: Approval = {
    ...{ v: 1, name, origin, sha256, values, project, capabilities, limits, requiredLevel, at },
  };
  atomicWrite(path, `${JSON.stringify(stored, null, 2)}\n`);
}

/** Whether there is a yes to exactly this. A stored one that cannot be read as an approval is none. */
export function isApproved(state: string, wanted: Approvable): boolean {
  const key = approvalKey(wanted);
  const stored = readJson(approvalPath(state, wanted));
  return isApproval(stored) && approvalKey(stored) === key;
}

/** Whether a stored value can be read as an approval of this version. */
export function isApproval(value: unknown): value is Approval {
  return (
    isObject(value) &&
    value.v === 1 &&
    typeof value.sha256 === "string" &&
    isObject(value.values) &&
    isObject(value.limits) &&
    Array.isArray(value.capabilities) &&
    typeof value.requiredLevel === "string"
  );
}
