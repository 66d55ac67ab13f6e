import { existsSync, readFileSync } from "node:fs";
import { atomicWrite, stateUnusable } from "./atomic-write.ts";
import { withLock } from "./lock.ts";
import { statePaths } from "./places.ts";
import { isObject, refuseNewer } from "./read-json.ts";

/** Whether the user agreed to send samples to this origin (`https://api.example.com`). A file that cannot be read is no consent. */
export function hasConsent(state: string, origin: string): boolean {
  try {
    return readConsents(state).includes(origin);
  } catch {
    return false;
  }
}

/** Remember the agreement for this origin alone. Throws `state-unusable`, also where what is there cannot be read. */
export function storeConsent(state: string, origin: string): void {
  changeConsents(state, (hosts) => [...new Set([...hosts, origin])].sort());
}

/** Take the agreement back. Returns whether there was one. Throws as {@link storeConsent}. */
export function removeConsent(state: string, origin: string): boolean {
  if (!readConsents(state).includes(origin)) return false;
  changeConsents(state, (hosts) => hosts.filter((host) => host !== origin));
  return true;
}

/** The origins agreed to. Throws `state-unusable` where the file is torn or was written by a newer writ. */
export function readConsents(state: string): readonly string[] {
  const path = statePaths(state).consents;
  if (!existsSync(path)) return [];
  refuseNewer(path);
  const stored = parsed(path);
  if (!isObject(stored) || stored.v !== 1 || !Array.isArray(stored.hosts)) {
    throw stateUnusable(path, "it cannot be read as consents; remove it to be asked again");
  }
  return stored.hosts.filter((host: unknown) => typeof host === "string");
}

function changeConsents(state: string, change: (hosts: readonly string[]) => readonly string[]): void {
  const path = statePaths(state).consents;
  withLock(path, () => {
    const hosts = change(readConsents(state));
    atomicWrite(path, `${JSON.stringify({ v: 1, hosts }, null, 2)}\n`);
  });
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw stateUnusable(path, error);
  }
}
