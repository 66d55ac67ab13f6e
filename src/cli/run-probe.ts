import { join } from "node:path";
import { statePaths } from "../keep/places.ts";
import { sha256 } from "../keep/sha256.ts";
import { probe } from "../run/probe.ts";
import { PROBE_MODULE } from "../run/probe-module.ts";
import type { Reached } from "../run/reached.ts";
import { packageRoot } from "./installation.ts";
import { placeModule, placePlan } from "./place-file.ts";

/** A probe with its module and its stages in the state folder, or where that cannot be, in a private one. */
export function runProbe(asked: {
  readonly platform: string;
  readonly engine: string;
  readonly state: string;
}): Promise<Reached> {
  const { runners, stages } = statePaths(asked.state);
  return probe({
    ...asked,
    module: placeModule(runners, { name: `${sha256(PROBE_MODULE).slice(0, 32)}.mjs`, text: PROBE_MODULE }),
    unreachable: join(packageRoot(), "package.json"),
    place: (planIn) => placePlan(stages, planIn),
  });
}
