import type { Limits } from "../../terms/limit.ts";
import { configPath, readConfigText } from "../settings/config-text.ts";
import { LIMIT_FLAGS } from "./limit-flag-rows.ts";

/** The most that may be typed for a limit, and the file that says so. */
export interface Ceilings {
  readonly path: string;
  readonly limits: Partial<Limits>;
}

/**
 * `[limits]` of the user's own `config.toml`. A file that cannot speak of it (TOML may spell a key with escapes) is not
 * parsed for it. Throws `configuration`.
 */
export async function readCeilings(folder: string): Promise<Ceilings> {
  const path = configPath(folder);
  if (!/limits|\\/.test(readConfigText(folder) ?? "")) return { path, limits: {} };
  const { readSettingsFile, usableSettings } = await import("../settings/settings-file.ts");
  const settings = usableSettings(readSettingsFile(folder));
  const limits = LIMIT_FLAGS.flatMap(({ key, limit, parse }) => {
    const set = settings.find((one) => one.key === key);
    return set === undefined ? [] : [[limit, parse(set.value)] as const];
  });
  return { path, limits: Object.fromEntries(limits) };
}
