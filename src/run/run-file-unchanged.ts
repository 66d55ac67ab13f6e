import { quote } from "./sh-quote.ts";

/** What must still be as it was when a run file was made. Paths are absolute. */
export interface Unchanged {
  /** What sha256 hashes are compared with. */
  readonly sha256sum: string;
  /** Files that must have exactly these bytes: whatever decided that it may run, and what it runs from. */
  readonly verified: readonly { readonly path: string; readonly sha256: string }[];
  /** Files that must not be there, such as settings that could require more. */
  readonly absent: readonly string[];
  /** The XDG folders in use when it was made, as {@link xdgFolder} tells them. */
  readonly folders: Readonly<Record<XdgVariable, string>>;
  /** The engine's executable: whether a newer one is the one that came with writ is the long way's to find out. */
  readonly engine: string;
  /** Granted paths: a folder ends in `/`. */
  readonly granted: readonly string[];
  /** The executable that applies the kernel's layers; null where the level has none. */
  readonly stage: string | null;
}

const XDG_DEFAULTS = {
  XDG_CONFIG_HOME: "/.config",
  XDG_DATA_HOME: "/.local/share",
  XDG_STATE_HOME: "/.local/state",
} as const;
type XdgVariable = keyof typeof XDG_DEFAULTS;

const XDG_VARIABLES = Object.keys(XDG_DEFAULTS) as readonly XdgVariable[];

/** The XDG folders of an environment, as a run file compares them: word for word, nothing resolved. */
export function xdgFolders(env: Readonly<Record<string, string | undefined>>): Unchanged["folders"] {
  const folder = (name: XdgVariable) => env[name] || `${env.HOME ?? ""}${XDG_DEFAULTS[name]}`;
  return Object.fromEntries(XDG_VARIABLES.map((name) => [name, folder(name)])) as Unchanged["folders"];
}

/** Whether a path can stand in a list that `sha256sum -c` reads, which writes others with escapes. */
export function canBeVerified(path: string): boolean {
  return !/[\n\\]/.test(path);
}

/**
 * Lines of sh that take the long way unless everything that the yes was given to, and everything that decided over it,
 * is as it was: by content, not by time, for `cp -p` and `mv` bring back old times. What cannot be read or searched is
 * not taken for absent.
 */
export function unchangedCheck(request: Unchanged): string {
  const { folders, engine, stage, absent, sha256sum, verified, granted } = request;
  return `${XDG_VARIABLES.map((name) => folderCheck(name, folders[name])).join("")}[ ${quote(engine)} -nt "$self" ] && long "$@"
${stage === null ? "" : `[ -x ${quote(stage)} ] || long "$@"\n`}${absent.length === 0 ? "" : ABSENT}${absent
  .map((path) => `absent ${quote(path)} || long "$@"\n`)
  .join("")}${quote(sha256sum)} -c >/dev/null 2>&1 <<'END' || long "$@"
${verified.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("")}END
${granted.map(grantedCheck).join("")}`;
}

function folderCheck(name: XdgVariable, folder: string): string {
  return `[ "\${${name}:-\${HOME-}${XDG_DEFAULTS[name]}}" = ${quote(folder)} ] || long "$@"\n`;
}

// Not there as far as anybody can see is not enough: the folder that would hold it must be one that can be searched.
const ABSENT = `absent() {
  up=$1
  until [ -d "$up/" ]; do
    if [ -e "$up" ] || [ -h "$up" ]; then return 1; fi
    up=\${up%/*}
  done
  [ "$up" != "$1" ] && [ -x "$up/" ]
}
`;

// What is not there as it was approved is the long way's to make or to name. A symbolic link on the way to it is the
// stage's to refuse.
function grantedCheck(path: string): string {
  const there = path.endsWith("/") ? "-d" : "-f";
  const word = quote(path.replace(/\/$/, ""));
  return `if [ ! ${there} ${word} ] || [ -h ${word} ]; then long "$@"; fi\n`;
}
