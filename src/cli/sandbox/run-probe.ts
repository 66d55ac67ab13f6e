import { join } from "node:path";
import { statePaths } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Machinery, Wall } from "../../run/candidates.ts";
import { type Looked, probe } from "../../run/probe.ts";
import { PROBE_MODULE } from "../../run/probe-module.ts";
import { packageRoot } from "../installation.ts";
import { placeModule, placePlanOrNot, privateFolder } from "../kept/place-file.ts";

/** A probe with its module and its stages in the state folder, or where that cannot be, in a private one. */
export function runProbe(
  wall: Wall,
  asked: { readonly machinery: Machinery; readonly engine: string; readonly state: string },
): Promise<Looked> {
  const { runners, stages } = statePaths(asked.state);
  return probe(wall, {
    ...asked,
    module: placeModule(runners, { name: `${sha256(PROBE_MODULE).slice(0, 32)}.mjs`, text: PROBE_MODULE }),
    unreachable: join(packageRoot(), "package.json"),
    // The name of a socket is at most 107 bytes long (unix(7)): a state folder's may be longer.
    socket: join(privateFolder(), `${wall}.socket`),
    place: (planIn) => placePlanOrNot(stages, planIn),
  });
}
