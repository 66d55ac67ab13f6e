import { basename, dirname, join } from "node:path";
import type { OwnPlaces } from "../../host/fix-path.ts";
import type { Places } from "../../keep/places.ts";
import { findEngine } from "../../run/engine.ts";
import { WritError } from "../../terms/failure.ts";

/** What of this user and this installation is off limits for grants. */
export function ownPlaces({ config, data, state, shipped }: Places): OwnPlaces {
  return {
    folders: [config, data, state],
    programs: [shipped, join(shipped, "node_modules"), ...holders(shipped), process.execPath, ...engine()],
  };
}

/** Where packages lie that an installation shares with others, and loads. */
function holders(folder: string): readonly string[] {
  const above = dirname(folder);
  if (above === folder) return [];
  return [...(basename(above) === "node_modules" ? [above] : []), ...holders(above)];
}

// A store of packages may lie elsewhere, with links to it. Where there is no engine nothing will run, which is said then.
function engine(): readonly string[] {
  try {
    return [dirname(findEngine())];
  } catch (error) {
    if (error instanceof WritError) return [];
    throw error;
  }
}
