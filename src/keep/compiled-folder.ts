import { join } from "node:path";
import type { Origin } from "../terms/draft.ts";
import { type Places, statePaths } from "./places.ts";
import { sha256 } from "./sha256.ts";

/**
 * The folder of what runs start from, by origin. Shipped ones were derived when the package was built; a
 * project's are kept apart by its path, so that two projects with a command of one name do not mix.
 */
export function compiledFolder(places: Places, origin: Origin): string {
  switch (origin) {
    case "shipped":
      return join(places.shipped, "dist", "shipped");
    case "user":
      return statePaths(places.state).runs;
    case "project":
      return join(places.state, "runs", "project", sha256(places.project ?? "").slice(0, 16));
  }
}
