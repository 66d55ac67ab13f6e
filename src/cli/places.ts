import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { xdgConfig, xdgData, xdgState } from "xdg-basedir";
import type { Places } from "../keep/places.ts";
import { WritError } from "../terms/failure.ts";
import { packageRoot } from "./installation.ts";

/** The folder we were started in. Throws `usage` where it is gone. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new WritError({
      kind: "usage",
      problem: "the folder you are in does not exist any more",
      help: "change into one that does",
    });
  }
}

/** The folders of this user and of the project around `cwd`. Throws `state-unusable` without any home. */
export function findPlaces(cwd: string): Places {
  return {
    config: writFolder("XDG_CONFIG_HOME", xdgConfig),
    data: writFolder("XDG_DATA_HOME", xdgData),
    state: writFolder("XDG_STATE_HOME", xdgState),
    shipped: packageRoot(),
    project: findProject(cwd),
  };
}

// The base directory specification: a relative path in these variables is to be ignored; we refuse instead.
function writFolder(variable: string, base: string | undefined): string {
  if (!base)
    throw new WritError({ kind: "state-unusable", path: variable, detail: "there is no home folder" });
  if (!isAbsolute(base)) {
    const [name, value] = process.env[variable] ? [variable, base] : ["HOME", homedir()];
    throw new WritError({
      kind: "usage",
      problem: `${name} is ${JSON.stringify(value)}, and must be absolute`,
      help: `export ${name}=/… with the whole path of the folder`,
    });
  }
  return join(base, "writ");
}

function findProject(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "writ.toml"))) return folder;
    if (folder === dirname(folder)) return null;
  }
}
