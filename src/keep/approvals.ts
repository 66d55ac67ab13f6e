import { join } from "node:path";
import type { Approval } from "../terms/command.ts";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";
import { isObject, readJson } from "./read-json.ts";
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
