import { readFileSync } from "node:fs";
import { stateUnusable } from "./atomic-write.ts";

/** A JSON file's value, or null where there is none or it cannot be read as JSON: then it says nothing. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Whether a JSON value is an object with fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The version that all of writ's own JSON files carry as `v`. */
const VERSION = 1;

/** The version of a newer writ that wrote this value; null where it is not from a newer one. */
export function newerVersion(value: unknown): number | null {
  return isObject(value) && typeof value.v === "number" && value.v > VERSION ? value.v : null;
}

/** Throws `state-unusable` where a newer writ wrote the file: what it means is not known here, so it is left. */
export function refuseNewer(path: string): void {
  const newer = newerVersion(readJson(path));
  if (newer === null) return;
  throw stateUnusable(path, `it was written by a newer writ (version ${newer}), and is left as it is`);
}
