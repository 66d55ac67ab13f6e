import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../keep/sha256.ts";

/** The settings file as it was when something began to be decided by it. */
export type SettingsSeen =
  | { readonly kind: "file"; readonly path: string; readonly sha256: string }
  | { readonly kind: "none"; readonly path: string }
  | { readonly kind: "unknown"; readonly path: string };

/** Look at `config.toml` in the folder `config`, before it is read: what it says later may be something newer. */
export function seeSettings(config: string): SettingsSeen {
  const path = join(config, "config.toml");
  try {
    return { kind: "file", path, sha256: sha256(readFileSync(path)) };
  } catch (error) {
    // Any other reason says nothing of whether there is one.
    return { kind: (error as NodeJS.ErrnoException).code === "ENOENT" ? "none" : "unknown", path };
  }
}
