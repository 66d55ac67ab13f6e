import { existsSync, realpathSync, statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { atomicWrite } from "../../keep/atomic-write.ts";
import { withLock } from "../../keep/lock.ts";
import { WritError } from "../../terms/failure.ts";
import { configPath } from "./config-text.ts";
import { parseToml, readSettingsFile, type SettingsFile } from "./settings-file.ts";
import { setTomlKey, unsetTomlKey } from "./toml-lines.ts";

/** Set a key (`model.name`) of the user's configuration, or take it out with null. */
export interface SettingChange {
  readonly key: string;
  readonly value: string | null;
}

/**
 * Change one line of the user's `config.toml`, every other line left as it is, whole or not at all. The result is
 * parsed and must say what was there before but for this key; otherwise nothing is written. Returns the file as
 * it is now, or null where there was nothing to take out. Throws `configuration`, `usage`, `state-unusable`.
 */
export function changeSettings(folder: string, change: SettingChange): SettingsFile | null {
  const path = configPath(folder);
  return withLock(path, () => {
    const { text } = readSettingsFile(folder);
    const words = splitKey(change.key);
    const wanted = parseToml(path, text);
    if (!apply(wanted, words, change.value)) return null;
    const changed = change.value === null ? unsetTomlKey(text, words) : setTomlKey(text, words, change.value);
    if (!saysThis(changed, wanted)) throw byHand(path, words, change.value);
    write(path, changed);
    return readSettingsFile(folder);
  });
}

/** False where the key is to be taken out and is not there. */
function apply(
  document: Record<string, unknown>,
  [table, key]: readonly [string, string],
  value: string | null,
) {
  const inner = document[table];
  const fields = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : undefined;
  if (value === null) return fields !== undefined && key in fields && delete fields[key];
  if (fields) fields[key] = value;
  else document[table] = { [key]: value };
  return true;
}

function saysThis(text: string, wanted: Record<string, unknown>): boolean {
  try {
    return isDeepStrictEqual(plain(parseToml("", text)), plain(wanted));
  } catch {
    return false;
  }
}

/** Tables without anything in them say nothing. */
function plain(document: Record<string, unknown>): unknown {
  const entries = Object.entries(document).filter(([, value]) => JSON.stringify(value) !== "{}");
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === "object" ? { ...value } : value]),
  );
}

/** What a link points to is changed, not the link: people keep such files elsewhere. */
function write(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o600;
  atomicWrite(target, text, mode);
}

function splitKey(key: string): readonly [string, string] {
  const at = key.indexOf(".");
  return [key.slice(0, at), key.slice(at + 1)];
}

function byHand(path: string, [table, key]: readonly [string, string], value: string | null): WritError {
  const line = value === null ? `take out ${key}` : `write ${key} = ${JSON.stringify(value)}`;
  const problem = `${table}.${key} is spelled there in a way that cannot be changed without touching other lines`;
  return new WritError({
    kind: "usage",
    problem: `cannot change ${path}: ${problem}`,
    help: `${line} under [${table}] by hand`,
  });
}
