import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { atomicWrite } from "../../keep/atomic-write.ts";
import { statePaths } from "../../keep/places.ts";
import { isObject, readJson } from "../../keep/read-json.ts";
import { sha256 } from "../../keep/sha256.ts";
import { findEngine } from "../../run/engine.ts";
import { WritError } from "../../terms/failure.ts";
import { distPath } from "../installation.ts";
import { identity } from "./file-identity.ts";

/** One engine's file as it was when it was hashed. */
interface EngineRecord {
  /** As {@link identity} tells it. */
  readonly identity: readonly (string | number)[];
  /** The platform, and the version that its package claims. */
  readonly version: string;
  readonly sha256: string;
}

/**
 * The engine's executable, known to be what writ was built with; where writ was built on another platform, what it was
 * at its first use. It is hashed (0.1 s or more) only where its device, inode, size or times are not as recorded. Throws
 * `engine-missing`, `engine-changed`.
 *
 * It stops an engine that was replaced or damaged. It does not stop whoever can write to writ's own installation, the
 * build's record included.
 */
export function trustedEngine(state: string): string {
  const engine = findEngine();
  requireKnown(engine, { stored: statePaths(state).engine, built: distPath("engine.json") });
  return engine;
}

/** The same for one file. `stored` is written where it was hashed. */
export function requireKnown(
  engine: string,
  at: { readonly stored: string; readonly built: string },
): "as recorded" | "hashed" {
  const now = JSON.stringify(identity(engine));
  const [stored, built] = [readRecord(at.stored), readRecord(at.built)];
  if ([stored, built].some((one) => one && JSON.stringify(one.identity) === now)) return "as recorded";

  const version = versionOf(engine);
  const found = sha256(readFileSync(engine));
  // What the build recorded for this platform holds whatever version the file's package claims; what was there at the
  // first use holds for that version.
  const isBuilt = built !== null && platformOf(built.version) === platformOf(version);
  const known = isBuilt ? built : stored?.version === version ? stored : null;
  if (known && known.sha256 !== found) {
    throw new WritError({ kind: "engine-changed", path: engine, found, recorded: known.sha256 });
  }
  remember(at.stored, { identity: identity(engine), version, sha256: found });
  return "hashed";
}

function versionOf(engine: string): string {
  const read = readJson(join(dirname(engine), "package.json"));
  return `${process.platform}-${process.arch} ${isObject(read) ? read.version : "unknown"}`;
}

function platformOf(version: string): string {
  return version.split(" ")[0]!;
}

function readRecord(path: string): EngineRecord | null {
  const value = readJson(path);
  if (!isObject(value) || !Array.isArray(value.identity)) return null;
  const { identity, version, sha256 } = value;
  return typeof version === "string" && typeof sha256 === "string" ? { identity, version, sha256 } : null;
}

function remember(path: string, record: EngineRecord): void {
  try {
    atomicWrite(path, `${JSON.stringify(record)}\n`);
  } catch {
    // It is hashed again at the next start.
  }
}
