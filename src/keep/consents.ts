import { readFileSync } from "node:fs";
import { atomicWrite } from "./atomic-write.ts";
import { statePaths } from "./places.ts";

/** Whether the user agreed to send samples to this origin (`https://api.example.com`). A file that cannot be read is no consent. */
export function hasConsent(state: string, origin: string): boolean {
  return readConsents(state).includes(origin);
}

/** Remember the agreement for this origin alone. */
export function storeConsent(state: string, origin: string): void {
  const hosts = [...new Set([...readConsents(state), origin])].sort();
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
