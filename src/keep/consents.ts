import { readFileSync } from "node:fs";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** Whether the user agreed to send samples to this host. A file that cannot be read is no consent. */
export function hasConsent(state: string, host: string): boolean {
  return readConsents(state).includes(host);
}

/** Remember the agreement for this host alone. */
export function storeConsent(state: string, host: string): void {
  const hosts = [...new Set([...readConsents(state), host])].sort();
  atomicWrite(statePaths(state).consents, `${JSON.stringify({ v: 1, hosts }, null, 2)}\n`);
}

function readConsents(state: string): readonly string[] {
  try {
    const stored = JSON.parse(readFileSync(statePaths(state).consents, "utf8"));
    return stored?.v === 1 && Array.isArray(stored.hosts)
      ? stored.hosts.filter((host: unknown) => typeof host === "string")
      : [];
  } catch {
    return [];
  }
}
