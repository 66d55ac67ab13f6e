import { homedir } from "node:os";
import { join } from "node:path";

/** A name with `~` or `~/` at its start as the user's home, which no shell has expanded here. */
export function expandHome(name: string): string {
  return name === "~" || name.startsWith("~/") ? join(homedir(), name.slice(1)) : name;
}
