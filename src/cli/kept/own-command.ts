import { existsSync } from "node:fs";
import { commandPaths, locateCommand } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import type { Located } from "../../keep/revoke-approvals.ts";
import { WritError } from "../../terms/failure.ts";

/**
 * A command whose files are the user's to change: the user's own, or with `project` the one of the project around
 * this folder. `change` completes "cannot be …". Throws `usage`, `no-such-command`.
 */
export function ownCommand(
  places: Places,
  name: string,
  { project, change }: { readonly project: boolean; readonly change: string },
): Located {
  const folder = project ? places.project : places.data;
  if (folder === null) {
    throw new WritError({
      kind: "usage",
      problem: "there is no project here: no writ.toml in this folder or above",
      help: "leave out --project for your own commands",
    });
  }
  const located = { origin: project ? ("project" as const) : ("user" as const), folder, name };
  const { origin } = locateCommand(places, name);
  if (existsSync(commandPaths(folder, name).directive)) return located;
  throw new WritError({
    kind: "usage",
    problem:
      origin === "shipped"
        ? `${name} ships with writ, and cannot be ${change}`
        : origin === "project"
          ? `${name} is a command of the project, not your own`
          : `${name} is your own, not a command of the project`,
    help:
      origin === "shipped"
        ? `\`writ show ${name}\` prints its code`
        : origin === "project"
          ? "with --project it is meant"
          : "leave out --project",
  });
}
