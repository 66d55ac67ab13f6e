import { pathToFileURL } from "node:url";
import type { Granted } from "../grants/grant.ts";
import { always, type Layer } from "./layer.ts";

// No permission is given, nothing is fetched, no configuration file or cache is looked at.
const SEALED = [
  "--no-prompt",
  "--no-remote",
  "--no-npm",
  "--cached-only",
  "--no-config",
  "--no-lock",
  "--no-code-cache",
];

// No code from strings; expressions that backtrack too much fall back to linear time. V8's own functions stay where they
// are: to map them beside compiled code it would read /proc/self/maps, and where it may not, it copies 2 MB at each start.
const V8_FLAGS = [
  "--disallow-code-generation-from-strings",
  "--enable-experimental-regexp-engine-on-excessive-backtracks",
  "--no-short-builtin-calls",
];

/**
 * The engine's own permissions and flags, with the exact environment it may see. DENO_DIR must be set and is
 * a path that cannot exist, so that nothing is cached; the time zone is UTC so that runs repeat.
 *
 * Not a wall by itself: a module loaded from a file could read any text file by a static import, and a flaw
 * in the engine is a flaw here. The snippet is therefore loaded from memory.
 */
export const engine: Layer = {
  name: "engine",
  stops:
    "files, network, processes, environment, foreign code, code from strings: as the engine's permissions",
  isPartOf: always,
  apply: (inner, { engine: program, guest, helpers, granted, v8Flags }) => ({
    ...inner,
    argv: [
      program,
      "run",
      ...SEALED,
      `--import-map=data:application/json,${encodeURIComponent(JSON.stringify({ imports: importsOf(helpers) }))}`,
      `--v8-flags=${[...V8_FLAGS, ...v8Flags].join(",")}`,
      ...PERMISSIONS.flatMap((flag) => permission(flag, granted, flag === "read" ? unreadable(guest) : [])),
    ],
    env: { DENO_DIR: "/dev/null/none", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", TZ: "UTC" },
  }),
};

const PERMISSIONS = ["read", "write", "env"] as const;

/**
 * The guest's text, where the engine would not import it without a permission: it does so for text in a folder
 * `node_modules`, which is where an installed writ lies. This one file is as public as the package.
 */
function unreadable(guest: string): readonly string[] {
  return guest.split("/").includes("node_modules") ? [guest] : [];
}

function permission(
  flag: (typeof PERMISSIONS)[number],
  granted: readonly Granted[],
  own: readonly string[],
): readonly string[] {
  const asked = granted.flatMap((one) => (one.permission?.flag === flag ? [one.permission.value] : []));
  const values = [...own, ...asked];
  return values.length > 0 ? [`--allow-${flag}=${values.map(escapeComma).join(",")}`] : [];
}

// The engine splits the list at single commas; a doubled one stands for itself.
function escapeComma(path: string): string {
  return path.replaceAll(",", ",,");
}

// Of the engine's own modules one still loads with nothing granted: a database, which asks the system for the time
// and for chance by itself, and spills into files.
const NO_DATABASE = 'data:text/javascript,throw new Error("node:sqlite is not in reach of a snippet")';

function importsOf(helpers: string): Readonly<Record<string, string>> {
  return { writ: pathToFileURL(helpers).href, "node:sqlite": NO_DATABASE, sqlite: NO_DATABASE };
}
